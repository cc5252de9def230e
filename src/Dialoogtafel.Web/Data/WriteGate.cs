using Microsoft.EntityFrameworkCore.Storage;

namespace Dialoogtafel.Web.Data;

/// <summary>One write transaction at a time, first come first served, without blocking a thread.</summary>
public sealed class WriteGate
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? held = gate;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}

/// <summary>See <see cref="DialoogtafelDb.BeginWriteAsync"/>.</summary>
public sealed class WriteTransaction(DialoogtafelDb db, IDbContextTransaction transaction, IDisposable turn)
    : IAsyncDisposable
{
    /// <summary>Saves everything that the context tracks and commits; what is queued by it wakes the pump.</summary>
    public async Task SaveAsync(CancellationToken stop = default)
    {
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.WakeWhenQueued();
    }

    public async ValueTask DisposeAsync()
    {
        db.HoldsGate = false;
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn.Dispose();
        }
    }
}
