using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Home.PublicHome;

/// <param name="Onwards">Whose pages this browser may open: first name and address.</param>
/// <param name="Projects">Whose public page may be read: name and address.</param>
public sealed record FrontPage(
    IReadOnlyList<(string Name, string Href)> Onwards,
    IReadOnlyList<(string Name, string Href)> Projects
);

/// <summary>The pages for everybody: the front page and privacy.</summary>
[Open]
public sealed class PublicHomeController(DialoogtafelDb db, LinkCookies cookies, TimeProvider clock) : Controller
{
    /// <summary>Links of this browser that are looked at; somebody who has more finds the others in her mail.</summary>
    private const int MostLinks = 20;

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken stop) =>
        View(new FrontPage(await OnwardsAsync(stop), await ProjectsAsync(stop)));

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View();

    private async Task<IReadOnlyList<(string, string)>> ProjectsAsync(CancellationToken stop) =>
        [
            .. (
                await db
                    .Projects.Where(item => item.PageClosedAt == null)
                    .OrderBy(item => item.Name)
                    .Select(item => new { item.Id, item.Name })
                    .ToListAsync(stop)
            ).Select(item => (item.Name, $"/onderzoek/{item.Id}")),
        ];

    /// <summary>"Verder als": one line a person, to her newest table and else to her news.</summary>
    private async Task<IReadOnlyList<(string, string)>> OnwardsAsync(CancellationToken stop)
    {
        var ids = LinkCookies.IdsIn(HttpContext).Take(MostLinks).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var links = await db
            .Links.AsNoTracking()
            .Where(link =>
                ids.Contains(link.Id) && (link.Purpose == LinkPurpose.MyTable || link.Purpose == LinkPurpose.Newsletter)
            )
            .Join(
                db.Persons.Where(person => person.ErasedAt == null),
                link => link.PersonId,
                person => person.Id,
                (link, person) => new { Link = link, person.FirstName }
            )
            .ToListAsync(stop);
        return
        [
            .. links
                .Where(item => item.Link.IsOpen(now) && cookies.DeviceOf(HttpContext, item.Link) is not null)
                .GroupBy(item => item.Link.PersonId)
                .Select(own =>
                    own.OrderBy(item => item.Link.Purpose == LinkPurpose.MyTable ? 0 : 1)
                        .ThenByDescending(item => item.Link.Id)
                        .First()
                )
                .OrderBy(item => item.FirstName, StringComparer.CurrentCulture)
                .Select(item => (item.FirstName, LinkGate.PathOf(item.Link))),
        ];
    }
}
