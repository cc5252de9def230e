using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables;

/// <summary>Who hears that a table does not take place.</summary>
/// <param name="Tell">Who gets a mail.</param>
/// <param name="Call">Who comes or may come and has no address: stands on te bellen until somebody called.</param>
public sealed record CancelPlan(IReadOnlyList<Invitation> Tell, IReadOnlyList<Invitation> Call);

/// <summary>
/// A table does not take place (M-13): what waits is dropped, everybody who was asked and is still on the list gets one
/// mail, reminders stop.
/// </summary>
public sealed class TableCanceller(DialoogtafelDb db, TableNews news, TableCalendar calendar, ReminderDesk reminders)
{
    public async Task<CancelPlan> PlanAsync(int table, CancellationToken stop)
    {
        var onTheirWay = await Waiting(table)
            .Where(mail => mail.Kind == InvitationMail.Name)
            .Select(mail => mail.InvitationId)
            .ToListAsync(stop);
        var asked = await db
            .Invitations.Include(item => item.Person)
            .Where(item =>
                item.GatheringId == table
                && item.WithdrawnAt == null
                && (item.ApproachedAt != null || item.Answer != null)
            )
            .OrderBy(item => item.Person!.FirstName)
            .ThenBy(item => item.Id)
            .ToListAsync(stop);
        // An invitation that still waits never reached anybody: nothing to take back.
        var know = asked
            .Where(item =>
                item.Answer is not null
                || (!onTheirWay.Contains(item.Id) && item.Person!.NotToBeApproachedSince is null)
            )
            .ToList();
        return new CancelPlan(
            [.. know.Where(item => item.Person!.Email is not null)],
            [
                .. know.Where(item =>
                    item
                        is {
                            Person.Email: null,
                            State: InvitationState.Approached
                                or InvitationState.Yes
                                or InvitationState.Waiting
                                or InvitationState.Maybe
                        }
                ),
            ]
        );
    }

    /// <summary>
    /// To be called inside the table's lock, after <see cref="Gathering.Cancel"/> and before the save.
    /// </summary>
    public async Task CarryOutAsync(CancelPlan plan, Gathering table, DateTime now, CancellationToken stop)
    {
        // Somebody whose mail about a move still waited knows the day before that.
        var told = await ToldLast.OfAsync(db, table.Id, stop);
        var entries = await calendar.StandingAsync([.. plan.Tell.Select(item => item.Id)], stop);
        foreach (var invitation in plan.Tell)
        {
            await news.CancelledAsync(
                invitation,
                told.To(invitation.Id, Appointment.Of(table)!),
                entries.Contains(invitation.Id),
                stop
            );
        }

        var cancelled = new MailSubject(null, null, now, null, null);
        foreach (var mail in await Waiting(table.Id).ToListAsync(stop))
        {
            if (MailCatalogue.WhyNot(mail, cancelled) is { } reason)
            {
                mail.Drop(reason);
            }
        }

        await reminders.SyncAsync(
            table,
            await db.Invitations.Where(item => item.GatheringId == table.Id).ToListAsync(stop),
            now,
            stop
        );
    }

    /// <summary>What has not left and speaks to a participant.</summary>
    private IQueryable<OutgoingMail> Waiting(int table) =>
        db.Mails.Where(mail =>
            mail.GatheringId == table && mail.InvitationId != null && mail.State == MailState.Queued
        );
}
