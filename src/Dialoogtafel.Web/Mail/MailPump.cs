using Dialoogtafel.Domain.Post;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Mail;

/// <summary>
/// Empties the outbox: claims one due mail by a conditional update, looks once more whether it is wanted, sends it, and records how it ended.
/// The result of one mail and the claim of the next are one transaction, so a mail costs one write. A normal stop finishes the mail under way.
/// </summary>
public sealed class MailPump(
    DialoogtafelDb db, Installation installation, FieldCipher cipher, MailTransports transports, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken stop)
    {
        if (!await transports.OnePump.WaitAsync(0, stop))
        {
            return;
        }

        try
        {
            await EmptyAsync(stop);
        }
        finally
        {
            transports.OnePump.Release();
        }
    }

    private async Task EmptyAsync(CancellationToken stop)
    {
        if (!await db.Mails.AnyAsync(mail => mail.State == MailState.Queued && mail.NextAt <= clock.GetUtcNow().UtcDateTime, stop))
        {
            return;
        }

        var settings = await installation.ReadAsync(stop);
        var server = installation.Server(settings, cipher);
        var rule = await RuleAsync(settings, server, stop);
        await using var session = transports.For(server).Open();
        var from = installation.From(settings);
        SendResult? result = null;
        OutgoingMail? mail = null;
        do
        {
            // Not interrupted: what was sent is recorded, also when the site is stopping.
            mail = await RecordAndClaimAsync(mail, result, rule, claim: !stop.IsCancellationRequested);
            result = mail is null ? null : await session.SendAsync(from, mail.Recipient, cipher.OpenBytes(mail.Content!), stop);
        }
        while (mail is not null);
    }

    private async Task<SendingRule> RuleAsync(InstallationSettings settings, SmtpServer? server, CancellationToken stop) => server is null
        ? new SendingRule(true, [])
        : SendingRule.Of(settings, installation.BaseAddress(settings), await db.Users.Select(account => account.Email).ToListAsync(stop));

    private async Task<OutgoingMail?> RecordAndClaimAsync(OutgoingMail? done, SendResult? result, SendingRule rule, bool claim)
    {
        await using var transaction = await db.BeginWriteAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        if (done is not null)
        {
            Record(done, result!, now);
        }

        var next = claim ? await ClaimAsync(rule, now) : null;
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        db.ChangeTracker.Clear();
        return next;
    }

    private static void Record(OutgoingMail mail, SendResult result, DateTime now)
    {
        switch (result.Outcome)
        {
            case SendOutcome.Accepted: mail.Accepted(result.Reply, now); break;
            case SendOutcome.TryAgain: mail.TryAgain(result.Reply, now); break;
            case SendOutcome.Refused: mail.Refused(result.Reply); break;
            case SendOutcome.Uncertain: mail.BecameUncertain(result.Reply); break;
            default: throw new InvalidOperationException($"Unknown outcome {result.Outcome}");
        }
    }

    /// <summary>The next due mail that may go, marked as under way; those that are not wanted any more are dropped on the way.</summary>
    private async Task<OutgoingMail?> ClaimAsync(SendingRule rule, DateTime now)
    {
        while (true)
        {
            var due = await Due(rule, now).FirstOrDefaultAsync();
            if (due is null)
            {
                return null;
            }

            if (MailWanted.WhyNot(due.Mail, due.Subject, now) is { } reason)
            {
                due.Mail.Drop(reason);
                await db.SaveChangesAsync();
                continue;
            }

            due.Mail.Claim(now);
            return due.Mail;
        }
    }

    private IQueryable<DueMail> Due(SendingRule rule, DateTime now)
    {
        var mails = db.Mails.AsTracking().Where(mail => mail.State == MailState.Queued && mail.NextAt <= now);
        if (!rule.ToEverybody)
        {
            var allowed = rule.Allowed;
            mails = mails.Where(mail => allowed.Contains(mail.Recipient));
        }

        return from mail in mails
               orderby mail.NextAt
               join invitation in db.Invitations on mail.InvitationId equals invitation.Id into invitations
               from invitation in invitations.DefaultIfEmpty()
               join gathering in db.Gatherings on mail.GatheringId equals gathering.Id into gatherings
               from gathering in gatherings.DefaultIfEmpty()
               join person in db.Persons on mail.PersonId equals person.Id into persons
               from person in persons.DefaultIfEmpty()
               select new DueMail(mail, new MailSubject(
                   invitation == null ? null : invitation.AnswerNumber, invitation == null ? null : invitation.WithdrawnAt,
                   gathering == null ? null : gathering.CancelledAt, person == null ? null : person.NotToBeApproachedSince));
    }

    private sealed record DueMail(OutgoingMail Mail, MailSubject Subject);
}
