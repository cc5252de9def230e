using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// Empties the outbox: claims due mails by a conditional update, looks once more whether each is wanted, sends them
/// over some connections, and records how each ended. The results that came in and the claims of the next are one
/// transaction, so that mails that end together share a write. To one person there is one mail under way at a time. A
/// normal stop finishes the mails under way.
/// </summary>
internal sealed class MailPump(
    DialoogtafelDb db,
    PumpServer server,
    PumpTurn turn,
    PauseDesk pauses,
    LastLook look,
    InstallationOptions options,
    TimeProvider clock
) : IJob
{
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
        var settings = await server.SettingsAsync();
        var rule = await server.RuleAsync(settings, stop);
        var due = await NextAsync(rule, clock.GetUtcNow().UtcDateTime, [], 1);
        // Only a look: what is claimed is read again, in the transaction of its claim.
        db.ChangeTracker.Clear();
        if (due.Count == 0)
        {
            return false;
        }

        await using var lanes = server.Lanes(settings, stop);
        var seen = new SettingsLook(settings);
        IReadOnlyList<SentMail> ended = [];
        try
        {
            do
            {
                ended = await lanes.EndedAsync();
                // Not interrupted: what was sent is recorded, also when the site is stopping.
                lanes.Send(await RecordAndClaimAsync(ended, rule, seen, lanes, claim: !stop.IsCancellationRequested));
            } while (lanes.UnderWay.Count > 0);
        }
        catch (Exception)
        {
            // Whatever stopped the run takes nothing from the mails that were sent: how they ended is known.
            await RecordOneByOneAsync([.. ended, .. await lanes.RestAsync()]);
            throw;
        }

        return seen.Changed;
    }

    private async Task RecordOneByOneAsync(IReadOnlyList<SentMail> ended)
    {
        foreach (var (mail, result) in ended)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.BeginWriteAsync();
            await pauses.LookAsync();
            if (await db.Mails.SingleOrDefaultAsync(item => item.Id == mail.Id) is { State: MailState.Sending } stored)
            {
                await RecordAsync(stored, result, clock.GetUtcNow().UtcDateTime, learn: true);
            }

            await transaction.SaveAsync();
        }
    }

    private async Task<IReadOnlyList<OutgoingMail>> RecordAndClaimAsync(
        IReadOnlyList<SentMail> ended,
        SendingRule rule,
        SettingsLook seen,
        MailLanes lanes,
        bool claim
    )
    {
        await using var transaction = await db.BeginWriteAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        await pauses.LookAsync();
        // Inside the transaction: whoever switches sending off and has saved that, stops the very next mail.
        var changed = seen.Differs(await server.SettingsAsync());
        foreach (var (mail, result) in ended)
        {
            // As it was stored when it was claimed; the state in the condition catches somebody who changed it since.
            db.Mails.Attach(mail);
            await RecordAsync(mail, result, now, learn: !changed);
        }

        await SaveRecordedAsync();
        var next = claim && !changed ? await ClaimAsync(rule, lanes, now) : [];
        await transaction.SaveAsync();
        db.ChangeTracker.Clear();
        return next;
    }

    /// <summary>
    /// Of a mail that took longer than its lease a person may have decided meanwhile: that stands, and takes nothing
    /// from the others.
    /// </summary>
    private async Task SaveRecordedAsync()
    {
        while (true)
        {
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException exception) when (exception.Entries.Count > 0)
            {
                foreach (var entry in exception.Entries)
                {
                    entry.State = EntityState.Detached;
                }
            }
        }
    }

    /// <param name="learn">False when the settings have changed since: the server is another.</param>
    private async Task RecordAsync(OutgoingMail mail, SendResult result, DateTime now, bool learn)
    {
        var weMustWait = learn ? await pauses.LearnAsync(mail, result, now) : result.Outcome == SendOutcome.AboutUs;
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
    /// The next due mails that may go, as many as there are lanes free, marked as under way; those that are not wanted
    /// any more are dropped on the way. None while sending is paused.
    /// </summary>
    private async Task<IReadOnlyList<OutgoingMail>> ClaimAsync(SendingRule rule, MailLanes lanes, DateTime now)
    {
        var claimed = new List<OutgoingMail>();
        if (lanes.Free == 0 || pauses.Holds(now))
        {
            return claimed;
        }

        while (claimed.Count < lanes.Free)
        {
            var due = await NextAsync(rule, now, [.. lanes.UnderWay, .. claimed], lanes.Free - claimed.Count);
            if (due.Count == 0)
            {
                break;
            }

            foreach (var item in due.Where(item => !claimed.Exists(item.Mail.IsToTheSame)))
            {
                var verdict = await look.AtAsync(item, now);
                if (verdict == Verdict.Replaced)
                {
                    break;
                }

                if (verdict == Verdict.Goes)
                {
                    item.Mail.Claim(now);
                    claimed.Add(item.Mail);
                }
            }

            await db.SaveChangesAsync();
        }

        return claimed;
    }

    /// <summary>Personal mail first: nobody's confirmation waits for two thousand newsletters.</summary>
    /// <param name="busy">Under way: to these people and addresses nothing else goes now.</param>
    private async Task<List<DueMail>> NextAsync(
        SendingRule rule,
        DateTime now,
        IReadOnlyList<OutgoingMail> busy,
        int count
    )
    {
        var quiet = options.Quiet.Covers(now, options.Zone);
        var today = look.CountsFrom(now);
        string[] allowed = [.. rule.Allowed];
        string[] addresses = [.. busy.Select(mail => mail.Recipient)];
        int[] people = [.. busy.Select(mail => mail.PersonId).OfType<int>()];
        var due = await AskAsync(news: false, count);
        if (due.Count < count)
        {
            due.AddRange(await AskAsync(news: true, count - due.Count));
        }

        return due;

        Task<List<DueMail>> AskAsync(bool news, int count) =>
            DueMail
                .Next(db, now, quiet, rule.ToEverybody, allowed, news, today, addresses, people, count)
                .ToListAsync()
                .AsTask();
    }
}
