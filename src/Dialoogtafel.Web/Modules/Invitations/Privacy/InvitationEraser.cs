using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Modules.Series;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Privacy;

/// <summary>
/// Chairs at tables to come are given back, each under the lock of its table; then reminders, calls and every mail
/// about an invitation go. Of the invitation a row without words stays, so that a table that has been keeps its number.
/// </summary>
public sealed class InvitationEraser(DialoogtafelDb db, SeatLock seating, ReminderDesk reminders) : IForgets
{
    public async Task LeaveAsync(int person, Hand by, DateTime now, CancellationToken stop)
    {
        var open = await db
            .Invitations.Where(item =>
                item.PersonId == person
                && item.WithdrawnAt == null
                && item.Gathering!.CancelledAt == null
                && (item.Gathering.StartsAt == null || item.Gathering.StartsAt > now)
            )
            .Select(item => item.GatheringId)
            .ToListAsync(stop);
        foreach (var gathering in open)
        {
            db.ChangeTracker.Clear();
            await using var table = await seating.LockAsync(gathering, now, stop);
            var invitation = await db.Invitations.SingleAsync(
                item => item.PersonId == person && item.GatheringId == gathering,
                stop
            );
            invitation.Withdraw(table!.Gathering, by, now);
            await reminders.SyncAsync(table.Gathering, [invitation], now, stop);
            await table.SaveAsync(stop);
        }
    }

    public async Task ForgetAsync(Erasure erasure, CancellationToken stop)
    {
        var person = erasure.Person.Id;
        var theirs = db.Invitations.Where(item => item.PersonId == person);
        // Also the mails to organisers that name them. An alarm that has not left yet must still leave: no mail is
        // lost.
        var mails = db.Mails.Where(mail =>
            theirs.Any(item => item.Id == mail.InvitationId)
            || (
                mail.Kind == LateCancellationMail.Name
                && mail.State != MailState.Queued
                && mail.State != MailState.Sending
                && theirs.Any(item => item.GatheringId == mail.GatheringId)
            )
        );
        erasure.Letters.AddRange(await mails.Select(mail => mail.MessageId).ToListAsync(stop));
        await mails.ExecuteDeleteAsync(stop);
        await db
            .Reminders.Where(reminder => theirs.Any(item => item.Id == reminder.InvitationId))
            .ExecuteDeleteAsync(stop);
        await db
            .CallAttempts.Where(attempt => theirs.Any(item => item.Id == attempt.InvitationId))
            .ExecuteDeleteAsync(stop);
        foreach (var invitation in await theirs.ToListAsync(stop))
        {
            if (invitation.State == InvitationState.Concept)
            {
                db.Invitations.Remove(invitation);
            }

            invitation.Forget();
        }
    }
}
