using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables;

/// <summary>
/// What a move means for the mail of one table; nothing is added or dropped before <see
/// cref="TableMover.CarryOutAsync"/>.
/// </summary>
/// <param name="Tell">Who gets one mail, and what each was told last.</param>
/// <param name="Call">Who has no address: stands on te bellen until somebody called.</param>
/// <param name="Failed">Whose newest mail was refused for good at the present address: no mail goes there, called like
/// who has none.</param>
/// <param name="Drop">Mails that wait and would tell something that is not so any more.</param>
/// <param name="Renew">Invitations that wait: they go with the new day instead.</param>
public sealed record MovePlan(
    IReadOnlyList<(Invitation Invitation, Appointment Was)> Tell,
    IReadOnlyList<Invitation> Call,
    IReadOnlyList<Invitation> Failed,
    IReadOnlyList<OutgoingMail> Drop,
    IReadOnlyList<(Invitation Invitation, OutgoingMail Waiting)> Renew
)
{
    public static MovePlan Nothing { get; } = new([], [], [], [], []);

    /// <summary>As it stood before; null when nothing follows from the move.</summary>
    public Appointment? Before { get; init; }

    /// <summary>Who was still to be called about earlier moves, and knows the table where it is again.</summary>
    public IReadOnlyList<Invitation> Spare { get; init; } = [];
}

/// <summary>
/// A table moved (M-13): everybody who was asked and is still on the list hears it once. What counts is what a person
/// was told last: several edits within the recall window are one mail, and a table that is back where it was is none,
/// and no call. A mail that left is never replaced.
/// </summary>
public sealed class TableMover(
    DialoogtafelDb db,
    TableMails mails,
    TableNews news,
    TableCalendar calendar,
    ReminderDesk reminders
)
{
    /// <summary>To be called inside the table's lock, after the change and before the save.</summary>
    /// <param name="before">As it stood before this change.</param>
    public async Task<MovePlan> PlanAsync(Gathering table, Appointment? before, DateTime now, CancellationToken stop)
    {
        if (
            before is null
            || before.StartsAt <= now
            || table.CancelledAt is not null
            || Appointment.Of(table) is not { } after
        )
        {
            return MovePlan.Nothing;
        }

        var known = await db
            .Invitations.Include(item => item.Person)
            .Where(item =>
                item.GatheringId == table.Id
                && item.WithdrawnAt == null
                && (item.ApproachedAt != null || item.Answer != null)
            )
            .OrderBy(item => item.Person!.FirstName)
            .ThenBy(item => item.Id)
            .ToListAsync(stop);
        var waiting = await db
            .Mails.Where(mail => mail.GatheringId == table.Id && mail.Tells != null && mail.State == MailState.Queued)
            .ToListAsync(stop);
        var told = await ToldLast.OfAsync(db, table.Id, stop);

        var asked = waiting
            .Where(mail => mail.Kind == InvitationMail.Name)
            .ToDictionary(mail => mail.InvitationId!.Value);
        var renew = known
            .Where(item => item.Answer is null && asked.ContainsKey(item.Id))
            .Select(item => (item, asked[item.Id]))
            .ToList();
        var hear = known
            .Except(renew.Select(item => item.item))
            .Where(item => item.Answer is not null || item.Person!.NotToBeApproachedSince is null)
            .ToList();
        var news = hear.Where(item => item.Person!.Email is not null)
            .Select(item => (Invitation: item, Was: told.To(item.Id, item.Knows(before))))
            .Where(item => item.Was != after)
            .ToList();
        var failed = await FailedAsync(table.Id, [.. news.Select(item => item.Invitation)], stop);
        var back = hear.Where(item => item.Knows(before) == after).ToList();
        return new MovePlan(
            [.. news.Where(item => !failed.Contains(item.Invitation))],
            [.. hear.Except(back).Where(item => item.Person!.Email is null)],
            failed,
            [.. waiting.Where(mail => mail.Tells != after || mail.Kind == MovedMail.Name)],
            renew
        )
        {
            Before = before,
            Spare = back,
        };
    }

    /// <returns>How many waiting invitations did not get a new text, because it would name what is not known: they are
    /// concepts again.</returns>
    public async Task<int> CarryOutAsync(MovePlan plan, Gathering table, Hand by, DateTime now, CancellationToken stop)
    {
        foreach (var mail in plan.Drop)
        {
            mail.Drop("Vervangen: de tafel is verzet.");
        }

        var held =
            plan.Renew.Count > 0
            && (await mails.GapsAsync(table, plan.Renew.Select(item => item.Invitation.Person!.Language), stop)).Count
                > 0;
        foreach (var (invitation, waiting) in plan.Renew)
        {
            if (held)
            {
                invitation.Recall(by, now);
            }
            else
            {
                await mails.InviteAsync(invitation, stop, waiting.NextAt, $":{table.CalendarSequence}");
            }
        }

        foreach (var invitation in plan.Spare)
        {
            invitation.MovedBack();
        }

        foreach (var invitation in plan.Call.Concat(plan.Failed))
        {
            invitation.AskCallAboutMove(plan.Before!, now);
        }

        var entries = await calendar.StandingAsync([.. plan.Tell.Select(item => item.Invitation.Id)], stop);
        foreach (var (invitation, was) in plan.Tell)
        {
            await news.MovedAsync(invitation, was, entries.Contains(invitation.Id), stop);
        }

        await reminders.SyncAsync(
            table,
            await db
                .Invitations.Where(item => item.GatheringId == table.Id && item.WithdrawnAt == null)
                .ToListAsync(stop),
            now,
            stop
        );
        return held ? plan.Renew.Count : 0;
    }

    /// <summary>A mail to an address that was changed since may arrive; that one is not meant.</summary>
    internal async Task<IReadOnlyList<Invitation>> FailedAsync(
        int table,
        IReadOnlyList<Invitation> people,
        CancellationToken stop
    )
    {
        var mails = (
            await db
                .Mails.AsNoTracking()
                .Where(mail => mail.GatheringId == table && mail.InvitationId != null && !mail.Unlisted)
                .Select(mail => new
                {
                    mail.InvitationId,
                    mail.State,
                    mail.QueuedAt,
                    mail.Recipient,
                })
                .ToListAsync(stop)
        ).ToLookup(mail => mail.InvitationId!.Value);
        return
        [
            .. people.Where(item =>
                mails[item.Id].MaxBy(mail => mail.QueuedAt) is { State: MailState.Failed } newest
                && string.Equals(newest.Recipient, item.Person!.Email!.Trim(), StringComparison.OrdinalIgnoreCase)
            ),
        ];
    }
}
