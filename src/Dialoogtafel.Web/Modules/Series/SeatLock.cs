using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series;

/// <summary>
/// One table under its lock: read, decide, save, commit. Everything that can change who has a chair goes through here,
/// because a chair is given by a rule that reads more than it writes (docs/architecture.md, Data).
/// </summary>
public sealed class SeatLock(DialoogtafelDb db)
{
    /// <summary>
    /// Locks the table until the result is disposed; not committed = nothing happened. Null when it does not exist.
    /// </summary>
    public async Task<LockedTable?> LockAsync(int gatheringId, DateTime now, CancellationToken stop = default)
    {
        var transaction = await db.BeginWriteAsync(stop);
        try
        {
            await db
                .Gatherings.Where(item => item.Id == gatheringId)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Version, item => item.Version + 1), stop);
            var gathering = await db
                .Gatherings.WithFacts()
                .Include(item => item.Wanted)
                .AsSingleQuery()
                .SingleOrDefaultAsync(item => item.Id == gatheringId, stop);
            if (gathering is null)
            {
                await transaction.DisposeAsync();
                return null;
            }

            return new LockedTable(gathering, await PlanAsync(gathering, now, stop), transaction);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>The seat plan at this moment, to look at; to decide with it, take the lock.</summary>
    public async Task<SeatPlan> PlanAsync(Gathering gathering, DateTime now, CancellationToken stop = default)
    {
        var claims = await db
            .Invitations.AsNoTracking()
            .Where(item =>
                item.GatheringId == gathering.Id && item.Answer == RsvpAnswer.Yes && item.WithdrawnAt == null
            )
            .Select(item => new SeatClaim(item.Id, item.PerspectiveId, item.AnsweredAt!.Value, item.SeatedAt != null))
            .ToListAsync(stop);
        return SeatPlan.Of(gathering, now, claims);
    }
}

/// <summary>See <see cref="SeatLock.LockAsync"/>.</summary>
public sealed class LockedTable(Gathering gathering, SeatPlan seats, WriteTransaction transaction) : IAsyncDisposable
{
    public Gathering Gathering { get; } = gathering;
    public SeatPlan Seats { get; } = seats;

    /// <summary>Saves everything that the context tracks, mails included, and lets go of the table.</summary>
    public Task SaveAsync(CancellationToken stop = default) => transaction.SaveAsync(stop);

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
