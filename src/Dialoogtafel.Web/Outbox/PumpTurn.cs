namespace Dialoogtafel.Web.Outbox;

/// <summary>One pump at a time in one site: a second wake-up finds nothing to do.</summary>
public sealed class PumpTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The turn until it is disposed; null when another has it.</summary>
    public IDisposable? Take() => turn.Wait(0) ? new Held(turn) : null;

    public void Dispose() => turn.Dispose();

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
