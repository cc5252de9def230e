using Dialoogtafel.Domain.Newsletters;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Mail;

/// <summary>
/// Puts the mails of an issue whose moment has come in the outbox, one for each reader, in small transactions, so that no page waits long. A run that
/// stops half-way is taken up by the next; the unique key of a mail sees to it that nobody gets two.
/// </summary>
public sealed class NewsletterJob(DialoogtafelDb db, NewsletterMails mails, InstallationOptions options, Nudge nudge, TimeProvider clock) : IJob
{
    /// <summary>Composing twenty mails takes a moment; writing them a few milliseconds.</summary>
    private const int Batch = 20;

    /// <summary>More refused writes than this are no second run but a fault.</summary>
    private const int MostStumbles = 20;

    private int stumbles;

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (options.Quiet.Covers(now, options.Zone))
        {
            return;
        }

        var due = await db.NewsletterIssues.Where(item => item.SendAt <= now && item.QueuedAt == null).OrderBy(item => item.SendAt).Select(item => item.Id).ToListAsync(stop);
        foreach (var id in due)
        {
            await PublishAsync(id, now, stop);
            while (await AddSomeAsync(id, now, stop))
            {
                nudge.Wake();
            }
        }
    }

    /// <summary>From here on it cannot be taken back; the link to the site that stands in each mail works.</summary>
    private async Task PublishAsync(int id, DateTime now, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var issue = await db.NewsletterIssues.SingleAsync(item => item.Id == id, stop);
        if (issue.SendAt <= now)
        {
            issue.Publish(now);
            await db.SaveChangesAsync(stop);
            await write.CommitAsync(stop);
        }

        db.ChangeTracker.Clear();
    }

    /// <returns>False when everybody has her mail.</returns>
    private async Task<bool> AddSomeAsync(int id, DateTime now, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var issue = await db.NewsletterIssues.SingleAsync(item => item.Id == id, stop);
        if (issue.State != IssueState.Leaving)
        {
            return false;
        }

        var readers = await mails.Readers(issue.ProjectId, issue.Audience).AsNoTracking().Where(person => !db.Mails.Any(mail => mail.IssueId == id && mail.PersonId == person.Id))
            .OrderBy(person => person.Id).Take(Batch).ToListAsync(stop);
        if (readers.Count == 0)
        {
            issue.AllQueued(now);
            await db.SaveChangesAsync(stop);
            return false;
        }

        await mails.AddAsync(issue, await db.Projects.SingleAsync(item => item.Id == issue.ProjectId, stop), readers, now, stop);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (++stumbles < MostStumbles)
        {
            // Another run was first with one of them: look again who has none.
        }

        return true;
    }
}
