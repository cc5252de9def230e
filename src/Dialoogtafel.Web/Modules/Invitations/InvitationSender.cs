using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// Sends concepts of one table as invitations by mail, and takes them back, for one person or for all at once. The
/// caller begins the write before it loads them, and saves.
/// </summary>
public sealed class InvitationSender(OneADay day, TableMails mails, ReminderDesk reminders, NightQuestion night)
{
    /// <summary>Who would wait because of the one unasked mail of a day; changes nothing.</summary>
    public Task<TurnPlan> PlanAsync(
        IReadOnlyCollection<Invitation> invitations,
        SendForm send,
        DateTime now,
        CancellationToken stop
    ) =>
        day.PlanAsync(
            [.. invitations.Select(item => item.PersonId)],
            night.LeavesAt(send, now),
            invitations.FirstOrDefault()?.Gathering!.StartsAt,
            now,
            stop
        );

    /// <param name="invitations">At least one; concepts, with their facts, tracked.</param>
    public async Task<TurnPlan> SendAsync(
        IReadOnlyCollection<Invitation> invitations,
        SendForm send,
        Hand by,
        DateTime now,
        CancellationToken stop
    )
    {
        var turns = await PlanAsync(invitations, send, now, stop);
        await day.CarryOutAsync(turns, stop);
        foreach (var invitation in invitations)
        {
            invitation.Approach(by, now);
            await mails.InviteAsync(invitation, stop, turns.For(invitation.PersonId) ?? night.SendAt(send, now));
        }

        await SyncAsync(invitations, now, stop);
        return turns;
    }

    /// <summary>They are concepts again; their mails were taken back before.</summary>
    public Task RecallAsync(IReadOnlyCollection<Invitation> invitations, Hand by, DateTime now, CancellationToken stop)
    {
        foreach (var invitation in invitations)
        {
            invitation.Recall(by, now);
        }

        return SyncAsync(invitations, now, stop);
    }

    private Task SyncAsync(IReadOnlyCollection<Invitation> invitations, DateTime now, CancellationToken stop) =>
        invitations.FirstOrDefault() is { } first
            ? reminders.SyncAsync(first.Gathering!, [.. invitations], now, stop)
            : Task.CompletedTask;
}
