using System.Security.Cryptography;
using Dialoogtafel.Domain.Consent;
using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Post;
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
        var due = await NextAsync(rule, clock.GetUtcNow().UtcDateTime);
        // Only a look: what is claimed is read again, in the transaction of its claim.
        db.ChangeTracker.Clear();
        if (due is null)
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
            var due = await NextAsync(rule, now);
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

    /// <summary>Personal mail first: nobody's confirmation waits for two thousand newsletters.</summary>
    private async Task<DueMail?> NextAsync(SendingRule rule, DateTime now)
    {
        var quiet = options.Quiet.Covers(now, options.Zone);
        string[] allowed = [.. rule.Allowed];
        return await AskAsync(news: false) ?? await AskAsync(news: true);

        Task<DueMail?> AskAsync(bool news) =>
            DueMail.NextAsync(db, now, quiet, rule.ToEverybody, allowed, news, day.CountsFrom(now));
    }
}
