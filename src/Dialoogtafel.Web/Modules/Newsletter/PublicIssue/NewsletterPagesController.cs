using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.PublicIssue;

/// <param name="On">Local day on which it left.</param>
/// <param name="Body">Markdown.</param>
public sealed record PublicIssue(string Title, string Body, DateTime On, int ProjectId, string Project);

/// <summary>One issue of the newsletter for everybody: once it has left, of a project with a public page.</summary>
[Open]
public sealed class NewsletterPagesController(DialoogtafelDb db, WallClock wall) : Controller
{
    [HttpGet("/nieuwsbrief/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken stop)
    {
        var found = await db
            .NewsletterIssues.AsNoTracking()
            .Where(item => item.Id == id && item.PublishedAt != null)
            .Join(
                db.Projects.Where(project => project.PageClosedAt == null),
                issue => issue.ProjectId,
                project => project.Id,
                (issue, project) => new { Issue = issue, project.Name }
            )
            .SingleOrDefaultAsync(stop);
        return found is null
            ? NotFound()
            : View(
                "Show",
                new PublicIssue(
                    found.Issue.Title,
                    found.Issue.Body,
                    wall.Local(found.Issue.PublishedAt!.Value),
                    found.Issue.ProjectId,
                    found.Name
                )
            );
    }
}
