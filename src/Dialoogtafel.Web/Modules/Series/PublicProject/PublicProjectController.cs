using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series.PublicProject;

/// <summary>What everybody may read of a project. Nothing of a table or a person stands in it (S69).</summary>
/// <param name="Questions">One guiding question each.</param>
/// <param name="Results">Markdown; null when nothing was told yet.</param>
/// <param name="News">Newsletters that have left, newest first: title, day and address.</param>
public sealed record PublicProjectPage(
    int Id,
    string Name,
    string Purpose,
    IReadOnlyList<string> Questions,
    string TargetGroup,
    string Organisations,
    string Network,
    string? Results,
    IReadOnlyList<(string Title, DateTime On, string Href)> News
);

/// <summary>
/// De openbare pagina of one project: purpose, who we are, results so far. A project that switched it off does not seem
/// to exist.
/// </summary>
public sealed class PublicProjectController(DialoogtafelDb db, WallClock wall) : Controller
{
    [HttpGet("/onderzoek/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken stop)
    {
        var project = await db
            .Projects.AsNoTracking()
            .SingleOrDefaultAsync(item => item.Id == id && item.PageClosedAt == null, stop);
        var news = await db
            .NewsletterIssues.AsNoTracking()
            .Where(item => item.ProjectId == id && item.PublishedAt != null)
            .OrderByDescending(item => item.PublishedAt)
            .Select(item => new
            {
                item.Id,
                item.Title,
                item.PublishedAt,
            })
            .ToListAsync(stop);
        return project is null
            ? NotFound()
            : View(
                "Show",
                new PublicProjectPage(
                    id,
                    project.Name,
                    Sentence(project.Purpose),
                    project.GuidingQuestions.Split(
                        '\n',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    ),
                    project.TargetGroup,
                    project.Organisations,
                    project.Network,
                    project.Results,
                    [
                        .. news.Select(item =>
                            (
                                item.Title,
                                wall.Local(item.PublishedAt!.Value),
                                FormattableString.Invariant($"/nieuwsbrief/{item.Id}")
                            )
                        ),
                    ]
                )
            );
    }

    /// <summary>The purpose is written without a dot, because it goes on in an invitation.</summary>
    private static string Sentence(string purpose) =>
        purpose.Length == 0 || ".!?".Contains(purpose[^1], StringComparison.Ordinal) ? purpose : purpose + ".";
}
