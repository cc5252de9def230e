using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter;

/// <summary>
/// Puts the mails of an issue whose moment has come in the outbox, one for each reader, in small transactions, so that
/// no page waits long. A run that stops half-way is taken up by the next; the unique key of a mail sees to it that
/// nobody gets two. One reader with whom something goes wrong stops no other.
/// </summary>
public sealed class NewsletterJob(
    DialoogtafelDb db,
    NewsletterMails mails,
    OneByOne items,
    InstallationOptions options,
    TimeProvider clock
) : IJob
{
    /// <summary>Composing twenty mails takes a moment; writing them a few milliseconds.</summary>
    private const int Batch = 20;

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (options.Quiet.Covers(now, options.Zone))
        {
            return;
        }

        var due = await db
            .NewsletterIssues.Where(item => item.SendAt <= now && item.QueuedAt == null)
            .OrderBy(item => item.SendAt)
            .Select(item => item.Id)
            .ToListAsync(stop);
        foreach (var id in due)
        {
            await items.TryAsync(() => QueueAsync(id, now, stop), stop);
            db.ChangeTracker.Clear();
        }

        items.End();
    }

    private async Task QueueAsync(int id, DateTime now, CancellationToken stop)
    {
        await PublishAsync(id, now, stop);
        List<int> passedOver = [];
        while (await AddSomeAsync(id, passedOver, now, stop)) { }
    }

    /// <summary>From here on it cannot be taken back; the link to the site that stands in each mail works.</summary>
    private async Task PublishAsync(int id, DateTime now, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var issue = await db.NewsletterIssues.SingleAsync(item => item.Id == id, stop);
        if (issue.SendAt <= now)
        {
            issue.Publish(now);
            await write.SaveAsync(stop);
        }

        db.ChangeTracker.Clear();
    }

    /// <param name="passedOver">Readers with whom something went wrong in this run; the next one tries again.</param>
    /// <returns>False when nobody is left in this run.</returns>
    private async Task<bool> AddSomeAsync(int id, List<int> passedOver, DateTime now, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var issue = await db.NewsletterIssues.SingleAsync(item => item.Id == id, stop);
        if (issue.State != IssueState.Leaving)
        {
            return false;
        }

        var readers = await mails
            .Readers(issue.ProjectId, issue.Audience)
            .AsNoTracking()
            .Where(person =>
                !passedOver.Contains(person.Id)
                && !db.Mails.Any(mail => mail.IssueId == id && mail.PersonId == person.Id)
            )
            .OrderBy(person => person.Id)
            .Take(Batch)
            .ToListAsync(stop);
        if (readers.Count == 0)
        {
            if (passedOver.Count == 0)
            {
                issue.AllQueued(now);
                await db.SaveChangesAsync(stop);
            }

            return false;
        }

        if (!await TogetherAsync(issue, readers, now, stop))
        {
            foreach (var reader in readers)
            {
                if (!await items.TryAsync(() => AloneAsync(id, reader, now, stop), stop))
                {
                    passedOver.Add(reader.Id);
                }
            }
        }

        return true;
    }

    /// <returns>False when something went wrong with one of them, or another run was first with one: each is looked at
    /// alone.</returns>
    private async Task<bool> TogetherAsync(
        NewsletterIssue issue,
        IReadOnlyList<Person> readers,
        DateTime now,
        CancellationToken stop
    )
    {
        try
        {
            await AddAsync(issue, readers, now, stop);
            return true;
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Under the gate, so that no other run is first in between.</summary>
    private async Task AloneAsync(int id, Person reader, DateTime now, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await using var write = await db.BeginWriteAsync(stop);
        if (!await db.Mails.AnyAsync(mail => mail.IssueId == id && mail.PersonId == reader.Id, stop))
        {
            await AddAsync(await db.NewsletterIssues.SingleAsync(item => item.Id == id, stop), [reader], now, stop);
            await write.SaveAsync(stop);
        }
    }

    private async Task AddAsync(
        NewsletterIssue issue,
        IReadOnlyList<Person> readers,
        DateTime now,
        CancellationToken stop
    )
    {
        await mails.AddAsync(
            issue,
            await db.Projects.SingleAsync(item => item.Id == issue.ProjectId, stop),
            readers,
            now,
            stop
        );
        await db.SaveChangesAsync(stop);
    }
}
