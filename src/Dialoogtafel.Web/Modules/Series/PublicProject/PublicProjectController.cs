using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series.PublicProject;

/// <summary>What everybody may read of a project. Nothing of a table or a person stands in it (S69).</summary>
public sealed record PublicProjectPage
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Purpose { get; init; }

    /// <summary>One guiding question each.</summary>
    public required IReadOnlyList<string> Questions { get; init; }
    public required string TargetGroup { get; init; }
    public required string Organisations { get; init; }
    public required string Network { get; init; }

    /// <summary>Markdown; null when nothing was told yet.</summary>
    public required string? Results { get; init; }

    /// <summary>Newsletters that have left, newest first: title, day and address.</summary>
    public required IReadOnlyList<(string Title, DateTime On, string Href)> News { get; init; }
}

/// <summary>
/// De openbare pagina of one project: purpose, who we are, results so far. A project that switched it off does not seem
/// to exist.
/// </summary>
[Open]
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
                new PublicProjectPage
                {
                    Id = id,
                    Name = project.Name,
                    Purpose = Sentence(project.Purpose),
                    Questions = project.GuidingQuestions.Split(
                        '\n',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    ),
                    TargetGroup = project.TargetGroup,
                    Organisations = project.Organisations,
                    Network = project.Network,
                    Results = project.Results,
                    News =
                    [
                        .. news.Select(item =>
                            (
                                item.Title,
                                wall.Local(item.PublishedAt!.Value),
                                FormattableString.Invariant($"/nieuwsbrief/{item.Id}")
                            )
                        ),
                    ],
                }
            );
    }

    /// <summary>The purpose is written without a dot, because it goes on in an invitation.</summary>
    private static string Sentence(string purpose) =>
        purpose.Length == 0 || ".!?".Contains(purpose[^1], StringComparison.Ordinal) ? purpose : purpose + ".";
}
