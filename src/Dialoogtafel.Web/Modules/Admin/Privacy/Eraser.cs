using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.AfterTable.Reports;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Newsletter.Mails;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Admin.Privacy;

/// <summary>
/// Removes what is known of one person (S61): from every table, the outbox, the local mailbox and the write-ahead log.
/// What stays is a row without a name, so that the numbers of tables that have been stay true. Chairs at tables to come
/// are given back first, each under its table's lock; a run that is killed half-way leaves a person off those lists,
/// and a second run finishes it.
/// </summary>
public sealed class Eraser(
    DialoogtafelDb db,
    SeatingDesk seating,
    ReminderDesk reminders,
    ReportEraser reports,
    ContactListEraser lists,
    MailFiles files
)
{
    /// <returns>False when there is no such person, or nothing left of her.</returns>
    /// <exception cref="DomainRuleException">The person works in the team; the membership must end first.</exception>
    public async Task<bool> EraseAsync(int personId, Hand by, DateTime now, CancellationToken stop)
    {
        if (await db.Memberships.AnyAsync(item => item.PersonId == personId && item.Until == null, stop))
        {
            throw new DomainRuleException(
                "Deze persoon werkt mee in het team. Beëindig eerst het lidmaatschap op de pagina Team."
            );
        }

        if (!await db.Persons.AnyAsync(item => item.Id == personId && item.ErasedAt == null, stop))
        {
            return false;
        }

        await LeaveTablesAsync(personId, by, now, stop);
        var letters = await ForgetAsync(personId, now, stop);
        files.Delete(letters);
        // Deleted rows are overwritten in the database by secure_delete; the log of writes still holds them until it is
        // emptied.
        await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", stop);
        return true;
    }

    private async Task LeaveTablesAsync(int personId, Hand by, DateTime now, CancellationToken stop)
    {
        var open = await db
            .Invitations.Where(item =>
                item.PersonId == personId
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
                item => item.PersonId == personId && item.GatheringId == gathering,
                stop
            );
            invitation.Withdraw(table!.Gathering, by, now);
            await reminders.SyncAsync(table.Gathering, [invitation], now, stop);
            await table.SaveAsync(stop);
        }
    }

    /// <summary>
    /// One transaction. Gives the Message-IDs of her mails, which name their files in the local mailbox.
    /// </summary>
    private async Task<IReadOnlyList<string>> ForgetAsync(int personId, DateTime now, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginWriteAsync(stop);
        var hers = db.Invitations.Where(item => item.PersonId == personId);
        // Also the mails to organisers that name her. An alarm that has not left yet must still leave: no mail is lost.
        var mails = db.Mails.Where(mail =>
            mail.PersonId == personId
            || hers.Any(item => item.Id == mail.InvitationId)
            || (
                mail.Kind == LateCancellationMail.Name
                && mail.State != MailState.Queued
                && mail.State != MailState.Sending
                && hers.Any(item => item.GatheringId == mail.GatheringId)
            )
        );
        // Requests for news of this mailbox and name, confirmed or not, and their mails, which are of nobody.
        var requests = db.SubscriptionRequests.Where(item =>
            item.PersonId == personId
            || db.Persons.Any(self =>
                self.Id == personId && self.Email == item.Email && self.FirstName == item.FirstName
            )
        );
        var asked = db.Mails.Where(mail =>
            mail.Kind == AskNewsMail.Name
            && requests.Any(request => mail.Key == AskNewsMail.Name + ":" + request.TokenHash)
        );
        List<string> letters =
        [
            .. await mails.Select(mail => mail.MessageId).ToListAsync(stop),
            .. await asked.Select(mail => mail.MessageId).ToListAsync(stop),
        ];
        await asked.ExecuteDeleteAsync(stop);
        await requests.ExecuteDeleteAsync(stop);
        await mails.ExecuteDeleteAsync(stop);
        await db
            .Reminders.Where(reminder => hers.Any(item => item.Id == reminder.InvitationId))
            .ExecuteDeleteAsync(stop);
        await db
            .CallAttempts.Where(attempt => hers.Any(item => item.Id == attempt.InvitationId))
            .ExecuteDeleteAsync(stop);
        await db.Needs.Where(needs => hers.Any(item => item.Id == needs.InvitationId)).ExecuteDeleteAsync(stop);
        var answers = db.Answers.Where(answer => hers.Any(item => item.Id == answer.InvitationId));
        await db
            .AnswerReads.Where(read => read.ReaderId == personId || answers.Any(answer => answer.Id == read.AnswerId))
            .ExecuteDeleteAsync(stop);
        await answers.ExecuteDeleteAsync(stop);
        await db
            .Preparations.Where(preparation => hers.Any(item => item.Id == preparation.InvitationId))
            .ExecuteDeleteAsync(stop);
        await db.FetchChecks.Where(told => hers.Any(item => item.Id == told.InvitationId)).ExecuteDeleteAsync(stop);
        await db.OverviewWishes.Where(wish => wish.ReaderId == personId).ExecuteDeleteAsync(stop);
        var actions = await db
            .Actions.Include(item => item.Log)
            .Where(item =>
                item.OwnerId == personId
                || item.CoOwnerId == personId
                || item.CoordinatorId == personId
                || item.Log.Any(line => line.OwnerId == personId || line.ById == personId)
            )
            .ToListAsync(stop);
        actions.ForEach(item => item.Forget(personId, now));
        await db.Links.Where(item => item.PersonId == personId).ExecuteDeleteAsync(stop);
        await lists.ForgetAsync(personId, stop);
        await db.Consents.Where(item => item.PersonId == personId).ExecuteDeleteAsync(stop);
        await db.RoleAssignments.Where(item => item.PersonId == personId).ExecuteDeleteAsync(stop);
        await db.PersonPerspectives.Where(item => item.PersonId == personId).ExecuteDeleteAsync(stop);
        await db.Memberships.Where(item => item.PersonId == personId).ExecuteDeleteAsync(stop);
        var accounts = db.Users.Where(item => item.PersonId == personId);
        await db
            .SignInRequests.Where(item => accounts.Any(account => account.Id == item.AccountId))
            .ExecuteDeleteAsync(stop);
        await accounts.ExecuteDeleteAsync(stop);
        foreach (var invitation in await hers.ToListAsync(stop))
        {
            if (invitation.State == InvitationState.Concept)
            {
                db.Invitations.Remove(invitation);
            }

            invitation.Forget();
        }

        var person = await db.Persons.Include(item => item.Organisation).SingleAsync(item => item.Id == personId, stop);
        var organisation = person.Organisation;
        await reports.ForgetNameAsync(personId, person.FullName, stop);
        person.Erase(now);
        if (
            organisation is not null
            && !await db.Persons.AnyAsync(item => item.OrganisationId == organisation.Id && item.Id != personId, stop)
        )
        {
            db.Organisations.Remove(organisation);
        }

        await db.SaveChangesAsync(stop);
        await lists.RenewAsync(now, stop);
        await transaction.SaveAsync(stop);
        return letters;
    }
}
