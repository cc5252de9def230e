using System.Security.Cryptography;
using Dialoogtafel.Domain.Consent;
using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Post;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Mail;

/// <summary>
/// Empties the outbox: claims one due mail by a conditional update, looks once more whether it is wanted, sends it, and
/// records how it ended. The result of one mail and the claim of the next are one transaction, so a mail costs one
/// write. A normal stop finishes the mail under way.
/// </summary>
public sealed class MailPump(
    DialoogtafelDb db,
    Installation installation,
    FieldCipher cipher,
    MailTransports transports,
    PumpTurn turn,
    OneADay day,
    PauseDesk pauses,
    ContactListDesk lists,
    InstallationOptions options,
    TimeProvider clock
) : IJob
{
    /// <summary>
    /// Mails that nobody pressed a button for, and who reads along now: true the next morning as well.
    /// </summary>
    private static readonly string[] KeepsQuiet =
    [
        .. OneADay.Automatic,
        ReaderDesk.Kind,
        OverviewJob.Kind,
        ActionDigestJob.Kind,
        OneADay.Newsletter,
    ];

    private const string Unreadable = "De inhoud van deze mail is hier niet meer te lezen. Maak een nieuwe mail.";

    public async Task RunAsync(CancellationToken stop)
    {
        using var held = turn.Take();
        if (held is null)
        {
            return;
        }

        while (!stop.IsCancellationRequested && await EmptyAsync(stop))
        {
            // The settings changed on the way: on with a fresh look at server and rule.
        }
    }

    /// <returns>True when it ended early because the settings changed and more may be due.</returns>
    private async Task<bool> EmptyAsync(CancellationToken stop)
    {
        var settings = await installation.ReadFreshAsync(stop);
        var rule = await installation.RuleAsync(settings, stop);
        if (!await DueMails(rule, clock.GetUtcNow().UtcDateTime).AnyAsync(stop))
        {
            return false;
        }

        await using var session = transports.For(installation.Server(settings, cipher)).Open();
        var from = installation.From(settings);
        var look = new SettingsLook(settings);
        SendResult? result = null;
        OutgoingMail? mail = null;
        do
        {
            // Not interrupted: what was sent is recorded, also when the site is stopping.
            mail = await RecordAndClaimAsync(mail, result, rule, look, claim: !stop.IsCancellationRequested);
            result = mail is null ? null : await SendAsync(session, from, mail, stop);
        } while (mail is not null);
        return look.Changed;
    }

    /// <summary>One mail that cannot be opened must not stop the others.</summary>
    private async Task<SendResult> SendAsync(
        IMailSession session,
        string from,
        OutgoingMail mail,
        CancellationToken stop
    )
    {
        byte[] bytes;
        try
        {
            bytes = cipher.OpenBytes(mail.Content ?? throw new CryptographicException());
        }
        catch (CryptographicException)
        {
            return new SendResult(SendOutcome.Refused, Unreadable);
        }

        return await session.SendAsync(from, mail.Recipient, bytes, stop);
    }

    private async Task<OutgoingMail?> RecordAndClaimAsync(
        OutgoingMail? done,
        SendResult? result,
        SendingRule rule,
        SettingsLook look,
        bool claim
    )
    {
        await using var transaction = await db.BeginWriteAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        if (done is not null)
        {
            // As it was stored when it was claimed; the state in the condition catches somebody who changed it since.
            db.Mails.Attach(done);
            await RecordAsync(done, result!, now);
        }

        // Inside the transaction: whoever switches sending off and has saved that, stops the very next mail.
        var next = claim && !look.Differs(await installation.ReadFreshAsync()) ? await ClaimAsync(rule, now) : null;
        await transaction.SaveAsync();
        db.ChangeTracker.Clear();
        return next;
    }

    private async Task RecordAsync(OutgoingMail mail, SendResult result, DateTime now)
    {
        var weMustWait = await pauses.LearnAsync(mail, result, now);
        switch (result.Outcome)
        {
            case SendOutcome.AboutUs when weMustWait:
                mail.HeldBack(result.Reply, now);
                break;
            case SendOutcome.Accepted:
                mail.Accepted(result.Reply, now);
                break;
            case SendOutcome.AboutUs or SendOutcome.TryAgain:
                mail.TryAgain(result.Reply, now);
                break;
            case SendOutcome.Refused:
                mail.Refused(result.Reply);
                break;
            case SendOutcome.Uncertain:
                mail.BecameUncertain(result.Reply, now);
                break;
            default:
                throw new InvalidOperationException($"Unknown outcome {result.Outcome}");
        }
    }

    /// <summary>
    /// The next due mail that may go, marked as under way; those that are not wanted any more are dropped on the way.
    /// None while sending is paused.
    /// </summary>
    private async Task<OutgoingMail?> ClaimAsync(SendingRule rule, DateTime now)
    {
        if (await pauses.HoldsAsync(now))
        {
            return null;
        }

        while (true)
        {
            // Personal mail first: nobody's confirmation waits for two thousand newsletters.
            var due = await Due(rule, now, news: false).FirstOrDefaultAsync()
                ?? await Due(rule, now, news: true).FirstOrDefaultAsync();
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

            // The last look at a contact list: what it tells of people is what they give now, else one that does takes
            // its place.
            if (
                due.Mail is { Kind: ContactListDesk.Kind, GatheringId: { } table }
                && await lists.SyncAsync(table, now, CancellationToken.None)
            )
            {
                continue;
            }

            if (due.IsSecond && day.PutOff(due.Mail, now))
            {
                await db.SaveChangesAsync();
                continue;
            }

            due.Mail.Claim(now);
            return due.Mail;
        }
    }

    private IQueryable<DueMail> Due(SendingRule rule, DateTime now, bool news)
    {
        var seconds = day.Seconds(now);
        return from mail in DueMails(rule, now)
                .Where(mail => news ? mail.Kind == OneADay.Newsletter : mail.Kind != OneADay.Newsletter)
            orderby mail.NextAt
            join invitation in db.Invitations on mail.InvitationId equals invitation.Id into invitations
            from invitation in invitations.DefaultIfEmpty()
            join gathering in db.Gatherings on mail.GatheringId equals gathering.Id into gatherings
            from gathering in gatherings.DefaultIfEmpty()
            join place in db.Locations on gathering.LocationId equals place.Id into places
            from place in places.DefaultIfEmpty()
            join preparation in db.Preparations on mail.InvitationId equals preparation.InvitationId into preparations
            from preparation in preparations.DefaultIfEmpty()
            join action in db.Actions on mail.ActionId equals action.Id into actions
            from action in actions.DefaultIfEmpty()
            join person in db.Persons on mail.PersonId equals person.Id into persons
            from person in persons.DefaultIfEmpty()
            select new DueMail(
                mail,
                new MailSubject(
                    invitation == null ? null : invitation.AnswerNumber,
                    invitation == null ? null : invitation.WithdrawnAt,
                    gathering == null ? null : gathering.CancelledAt,
                    person == null ? null : person.NotToBeApproachedSince,
                    gathering == null || gathering.StartsAt == null
                        ? null
                        : new Appointment(
                            gathering.StartsAt!.Value,
                            gathering.Minutes,
                            place == null ? "" : place.OneLine
                        )
                )
                {
                    QuestionsReadyAt = gathering == null ? null : gathering.QuestionsReadyAt,
                    PreparedAt = preparation == null ? null : preparation.DoneAt,
                    ActionEndedAt = action == null ? null : action.EndedAt,
                    ActionOwner = action == null ? null : action.OwnerId,
                    FollowUpNumber = action == null ? null : action.FollowUpNumber,
                    NewsEnded =
                        mail.IssueId != null
                        && (
                            person == null
                            || person.RemovalRequestedAt != null
                            || !db.Consents.Any(consent =>
                                consent.PersonId == mail.PersonId
                                && consent.Purpose == ConsentPurpose.Newsletter
                                && consent.WithdrawnAt == null
                                && db.NewsletterIssues.Any(issue =>
                                    issue.Id == mail.IssueId && issue.ProjectId == consent.ProjectId
                                )
                            )
                        ),
                },
                seconds.Any(id => id == mail.Id)
            );
    }

    /// <summary>
    /// A mail that the rule holds stays queued and is passed over, so it never blocks another. So does a reminder in
    /// the quiet hours: a try that failed by day may be due again at night.
    /// </summary>
    private IQueryable<OutgoingMail> DueMails(SendingRule rule, DateTime now)
    {
        var mails = db.Mails.AsTracking().Where(mail => mail.State == MailState.Queued && mail.NextAt <= now);
        if (options.Quiet.Covers(now, options.Zone))
        {
            mails = mails.Where(mail => !KeepsQuiet.Contains(mail.Kind));
        }

        var allowed = rule.Allowed;
        return rule.ToEverybody ? mails : mails.Where(mail => allowed.Contains(mail.Recipient));
    }

    private sealed record DueMail(OutgoingMail Mail, MailSubject Subject, bool IsSecond);
}
