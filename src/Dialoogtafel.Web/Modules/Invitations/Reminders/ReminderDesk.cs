using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Reminders;

/// <summary>
/// Keeps the reminders of invitations what they should be, in the same save as the change that they follow from.
/// </summary>
public sealed class ReminderDesk(DialoogtafelDb db, InstallationOptions options)
{
    private readonly ReminderPlan plan = new(options.Reminders, options.Zone);
    private readonly StandingReader standings = new(db);

    /// <summary>
    /// To be called after every change of an invitation, of its preparation or of its table, before the save. The
    /// invitations, and new sets and answers, are stored already.
    /// </summary>
    public async Task SyncAsync(
        Gathering gathering,
        IReadOnlyCollection<Invitation> invitations,
        DateTime now,
        CancellationToken stop
    )
    {
        var ids = invitations.Select(item => item.Id).ToList();
        var known = (await db.Reminders.Where(item => ids.Contains(item.InvitationId)).ToListAsync(stop)).ToLookup(
            item => item.InvitationId
        );
        var prepared = await standings.OfAsync(Ready(gathering), invitations, stop);
        var present = await PresentAsync(gathering, [.. invitations.Select(item => item.PersonId)], now, stop);
        foreach (var invitation in invitations)
        {
            var reminders = known[invitation.Id].ToList();
            var before = reminders.Count;
            plan.Sync(
                invitation,
                gathering,
                prepared.GetValueOrDefault(invitation.Id),
                reminders,
                now,
                present.TryGetValue(invitation.PersonId, out var since) ? since : null
            );
            db.Reminders.AddRange(reminders.Skip(before));
        }
    }

    /// <summary>
    /// By person, since when it is known that she was at the table; what the running save ticks counts.
    /// </summary>
    private async Task<Dictionary<int, DateTime>> PresentAsync(
        Gathering gathering,
        List<int> people,
        DateTime now,
        CancellationToken stop
    )
    {
        if (!gathering.HasStarted(now))
        {
            return [];
        }

        await db
            .Attendances.Where(item => item.GatheringId == gathering.Id && people.Contains(item.PersonId))
            .LoadAsync(stop);
        return db
            .Attendances.Local.Where(item => item.GatheringId == gathering.Id && item.IsPresent)
            .ToDictionary(item => item.PersonId, item => item.At);
    }

    /// <summary>
    /// Somebody finished her preparation, or goes on with it after all: to be called in the same save, after that
    /// change.
    /// </summary>
    public async Task PreparedAsync(int invitation, DateTime now, CancellationToken stop)
    {
        var person = await db
            .Invitations.Include(item => item.Gathering)
            .SingleAsync(item => item.Id == invitation, stop);
        await SyncAsync(person.Gathering!, [person], now, stop);
    }

    /// <summary>Whether the confirmation of her answer says that the questions are ready.</summary>
    /// <param name="invitation">With its gathering.</param>
    public async Task<bool> ConfirmationTellsAsync(Invitation invitation, DateTime now, CancellationToken stop) =>
        plan.ConfirmationTells(invitation, invitation.Gathering!, await StandingAsync(invitation, stop), now);

    /// <param name="invitation">With its gathering.</param>
    public async Task<PreparationStanding> StandingAsync(Invitation invitation, CancellationToken stop) =>
        (await standings.OfAsync(Ready(invitation.Gathering!), [invitation], stop)).GetValueOrDefault(invitation.Id);

    private static int[] Ready(Gathering gathering) => gathering.QuestionsReadyAt is null ? [] : [gathering.Id];
}
