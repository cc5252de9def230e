using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation;

/// <summary>
/// Puts the questions of a table ready or takes them away, and lets the reminders follow. To be called in a running
/// transaction; saves, and does not commit.
/// </summary>
public sealed class PreparationDesk(DialoogtafelDb db, ReminderDesk reminders)
{
    /// <summary>Stores new sets of the running save as well.</summary>
    /// <exception cref="DomainRuleException">Names what is missing; nothing was saved.</exception>
    public async Task PutReadyAsync(Gathering gathering, DateTime now, CancellationToken stop)
    {
        gathering.PutQuestionsReady(now);
        await FollowAsync(gathering, now, stop);
    }

    /// <summary>What was answered stays; mails that would ask for it do not leave any more.</summary>
    public async Task TakeAwayAsync(Gathering gathering, DateTime now, CancellationToken stop)
    {
        gathering.TakeQuestionsAway();
        await FollowAsync(gathering, now, stop);
    }

    /// <summary>
    /// The questions changed while they stand ready: somebody may be asked now who was not, or be done.
    /// </summary>
    public async Task FollowAsync(Gathering gathering, DateTime now, CancellationToken stop)
    {
        // Who is asked what follows from what is stored.
        await db.SaveChangesAsync(stop);
        await reminders.SyncAsync(
            gathering,
            await db
                .Invitations.Where(item => item.GatheringId == gathering.Id && item.WithdrawnAt == null)
                .ToListAsync(stop),
            now,
            stop
        );
        await db.SaveChangesAsync(stop);
    }
}
