using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.Writing;

/// <summary>Reads what the page of one issue shows, and puts offered texts in.</summary>
public sealed class NewsletterReader(DialoogtafelDb db, IEnumerable<INewsletterBlockSource> sources, WallClock wall)
{
    /// <param name="typed">What stands in the form after an error; null = as stored.</param>
    public async Task<NewsletterPage> PageAsync(
        int id,
        NewsletterForm? typed,
        Actor me,
        DateTime now,
        CancellationToken stop
    )
    {
        var issue = await db.NewsletterIssues.AsNoTracking().SingleAsync(item => item.Id == id, stop);
        var project = await db.Projects.AsNoTracking().SingleAsync(item => item.Id == issue.ProjectId, stop);
        var draft = issue.State == IssueState.Draft;
        return new NewsletterPage
        {
            Id = id,
            Project = project.Name,
            State = issue.State,
            At = wall.Local(issue.PublishedAt ?? issue.SendAt),
            Now = wall.Local(now),
            Title = issue.Title,
            ReadAt =
                issue.PublishedAt is not null && project.IsPublic
                    ? FormattableString.Invariant($"/nieuwsbrief/{id}")
                    : null,
            MaySend = me.Has(project.Id, TeamRole.Organiser),
            Blocks = draft ? await BlocksAsync(project.Id, stop) : [],
            Mails = issue.PublishedAt is null ? null : await MailsAsync(id, stop),
            Form = typed ?? EditCheck.Show(NewsletterForm.Of(issue)),
        };
    }

    /// <summary>The text with the chosen ones at its end, each below its heading.</summary>
    public async Task<string> WithBlocksAsync(int project, string body, List<string> keys, CancellationToken stop)
    {
        var chosen = keys.Count == 0 ? [] : (await BlocksAsync(project, stop)).Where(block => keys.Contains(block.Key));
        return string.Join(
            "\n\n",
            chosen
                .Select(block => $"### {block.Title}\n{block.Markdown.Trim()}")
                .Prepend(body)
                .Where(part => part.Length > 0)
        );
    }

    private async Task<IReadOnlyList<NewsletterBlock>> BlocksAsync(int project, CancellationToken stop)
    {
        var all = new List<NewsletterBlock>();
        foreach (var source in sources)
        {
            all.AddRange(await source.OfAsync(project, stop));
        }

        return [.. all.OrderByDescending(block => block.When)];
    }

    private async Task<IssueMails> MailsAsync(int issue, CancellationToken stop)
    {
        var mails = db.Mails.AsNoTracking().IgnoreAutoIncludes().Where(mail => mail.IssueId == issue);
        var counts = await mails
            .GroupBy(mail => mail.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(item => item.Key, item => item.Count, stop);
        int Of(params MailState[] states) => states.Sum(state => counts.GetValueOrDefault(state));
        var twice = await mails
            .Where(mail => mail.DoubtedAt != null)
            .Join(db.Persons, mail => mail.PersonId, person => person.Id, (mail, person) => person)
            .OrderBy(person => person.FirstName)
            .ToListAsync(stop);
        return new IssueMails(
            Of(MailState.Sent),
            Of(MailState.Queued, MailState.Sending),
            Of(MailState.Failed),
            Of(MailState.Uncertain),
            Of(MailState.Dropped, MailState.Recalled),
            [.. twice.Select(person => person.FullName)]
        );
    }
}
