using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.Writing;

/// <summary>All issues of one's projects, and a new one.</summary>
public sealed class NewslettersController(DialoogtafelDb db, WallClock wall, TimeProvider clock) : TeamController(clock)
{
    private const int MostShown = 200;

    [May(Who.Recruiters, Scope.Anywhere)]
    [HttpGet("nieuwsbrieven")]
    public async Task<IActionResult> All(CancellationToken stop)
    {
        var mine = Me.RecruiterProjects();
        var projects = await db
            .Projects.AsNoTracking()
            .Where(item => mine.Contains(item.Id))
            .OrderBy(item => item.Name)
            .ToListAsync(stop);
        var names = projects.ToDictionary(item => item.Id, item => item.Name);
        var issues = await db
            .NewsletterIssues.AsNoTracking()
            .Where(item => mine.Contains(item.ProjectId))
            .OrderByDescending(item => item.Id)
            .Take(MostShown)
            .ToListAsync(stop);
        var readers = await db
            .Consents.Where(item =>
                item.Purpose == ConsentPurpose.Newsletter
                && item.WithdrawnAt == null
                && item.ProjectId != null
                && mine.Contains(item.ProjectId.Value)
            )
            .GroupBy(item => item.ProjectId!.Value)
            .Select(group => new { group.Key, Count = group.Select(item => item.PersonId).Distinct().Count() })
            .ToDictionaryAsync(item => item.Key, item => item.Count, stop);
        return View(
            "All",
            new NewslettersPage(
                [
                    .. issues.Select(item => new IssueLine(
                        item.Id,
                        item.Title,
                        names[item.ProjectId],
                        item.State,
                        wall.Local(item.PublishedAt ?? item.SendAt)
                    )),
                ],
                [.. projects.Select(item => new SelectListItem(item.Name, FormattableString.Invariant($"{item.Id}")))],
                [.. projects.Select(item => (item.Name, readers.GetValueOrDefault(item.Id)))],
                wall.Local(Now),
                new NewIssueForm { ProjectId = projects.Count == 1 ? projects[0].Id : null }
            )
        );
    }

    [May(Who.Recruiters, Scope.Anywhere)]
    [HttpPost("nieuwsbrieven")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] NewIssueForm form, CancellationToken stop)
    {
        var project = form.ProjectId ?? Me.RecruiterProjects()[0];
        if (!Me.RecruiterProjects().Contains(project))
        {
            return NotFound();
        }

        var issue = new NewsletterIssue
        {
            ProjectId = project,
            Title = "",
            Body = "",
            CreatedAt = Now,
        };
        db.NewsletterIssues.Add(issue);
        await db.SaveChangesAsync(stop);
        return new SeeOtherResult($"/nieuwsbrieven/{issue.Id}");
    }

    /// <summary>
    /// M-26: a new series asks the network who must hear each other. Made once; a further press leads to it.
    /// </summary>
    [May(Who.Recruiters, Scope.Series)]
    [HttpPost("reeksen/{id:int}/nieuws")]
    public async Task<IActionResult> TellOfSeries(int id, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        var issue = await db.NewsletterIssues.SingleOrDefaultAsync(item => item.SeriesId == id, stop);
        if (issue is null)
        {
            var series = await db.Series.AsNoTracking().SingleAsync(item => item.Id == id, stop);
            issue = new NewsletterIssue
            {
                ProjectId = series.ProjectId,
                SeriesId = id,
                Title = "Wie moeten elkaar horen?",
                Body = AskWho(series.Subject),
                CreatedAt = Now,
            };
            db.NewsletterIssues.Add(issue);
            await write.SaveAsync(stop);
        }

        return new SeeOtherResult($"/nieuwsbrieven/{issue.Id}");
    }

    private static string AskWho(string subject) =>
        $"Wij beginnen met nieuwe gesprekken over {subject}.\n\n"
        + "Daarvoor zoeken wij mensen die elkaar nog niet spraken en dat wel zouden moeten doen: wie het "
        + "zelf meemaakt, wie ernaast staat, en wie er voor het werk mee te maken heeft.\n\n"
        + "### Denkt u aan iemand?\nAntwoord op deze mail. Schrijf op wie het is, en waarom juist deze "
        + "persoon. Vraag het haar of hem eerst.";
}
