using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Network;

/// <summary>
/// Het netwerk: everybody that the team knows. Names and addresses are seen across projects; perspectives,
/// roles and figures only of the reader's own ones (D-10).
/// </summary>
[May(Who.Recruiters, Scope.Anywhere)]
public sealed class NetworkController(DialoogtafelDb db, TimeProvider clock) : TeamController(clock)
{
    /// <summary>People on one page; a longer list asks to search.</summary>
    public const int MaxShown = 200;

    [HttpGet("netwerk")]
    public Task<IActionResult> List([FromQuery(Name = "perspectief")] int? perspective, CancellationToken stop) =>
        ShowAsync(new NetworkForm { Perspective = perspective }, stop);

    /// <summary>Changes nothing; a form because a name must not stand in an address.</summary>
    [HttpPost("netwerk")]
    public Task<IActionResult> Search(NetworkForm form, CancellationToken stop) => ShowAsync(form, stop);

    private async Task<IActionResult> ShowAsync(NetworkForm form, CancellationToken stop)
    {
        var mine = Me.Projects(TeamRole.Organiser, TeamRole.CoResearcher);
        var projects = await db
            .Projects.AsNoTracking()
            .Where(item => mine.Contains(item.Id))
            .OrderBy(item => item.Name)
            .Select(item => new { item.Id, item.Name })
            .ToListAsync(stop);
        var perspectives = await db
            .Perspectives.AsNoTracking()
            .Where(item => mine.Contains(item.ProjectId))
            .OrderBy(item => item.Name)
            .ToListAsync(stop);
        var known = await db
            .PersonPerspectives.AsNoTracking()
            .Where(item =>
                db.Perspectives.Any(perspective =>
                    perspective.Id == item.PerspectiveId && mine.Contains(perspective.ProjectId)
                )
            )
            .ToListAsync(stop);
        var roles = await db
            .RoleAssignments.AsNoTracking()
            .Where(item => mine.Contains(item.ProjectId) && item.Until == null)
            .ToListAsync(stop);
        var candidates = await CandidatesAsync(mine, stop);
        var wanted = await WantedAsync(mine, stop);
        var people = await PeopleAsync(form, mine, stop);
        var names = perspectives.ToDictionary(item => item.Id, item => item.Name);
        var perPerson = known.ToLookup(item => item.PersonId, item => names[item.PerspectiveId]);
        return View(
            nameof(List),
            new NetworkPage(
                form,
                [
                    .. people
                        .Take(MaxShown)
                        .Select(person => new NetworkPerson(
                            person.Id,
                            person.FullName,
                            person.Organisation?.Name,
                            person.Email,
                            person.Phone,
                            string.Join(", ", perPerson[person.Id].Order(StringComparer.Ordinal)),
                            person.NotToBeApproachedSince is not null
                        )),
                ],
                people.Count > MaxShown,
                [
                    .. projects.Select(project => new NetworkProject(
                        project.Name,
                        [
                            .. perspectives
                                .Where(item => item.ProjectId == project.Id)
                                .Select(item => new PartyCount(
                                    item.Id,
                                    item.Name,
                                    candidates.GetValueOrDefault(item.Id),
                                    wanted.GetValueOrDefault(item.Id)
                                )),
                        ],
                        new LadderFigures(ParticipationLadder.Count(project.Id, roles, perspectives, known))
                    )),
                ]
            )
        );
    }

    private async Task<List<Person>> PeopleAsync(NetworkForm form, IReadOnlyList<int> mine, CancellationToken stop)
    {
        var people = db.Persons.AsNoTracking().Include(item => item.Organisation).Where(item => item.ErasedAt == null);
        foreach (
            var word in (form.Search ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(5)
        )
        {
            var like = $"%{Escape(word)}%";
            people = people.Where(item =>
                EF.Functions.Like(item.FirstName, like, "\\")
                || EF.Functions.Like(item.LastName, like, "\\")
                || EF.Functions.Like(item.Email!, like, "\\")
                || EF.Functions.Like(item.Organisation!.Name, like, "\\")
            );
        }

        if (form.Perspective is { } perspective)
        {
            people = people.Where(item =>
                db.PersonPerspectives.Any(link =>
                    link.PersonId == item.Id
                    && link.PerspectiveId == perspective
                    && db.Perspectives.Any(own => own.Id == perspective && mine.Contains(own.ProjectId))
                )
            );
        }

        if (form.Role is { } role)
        {
            people = people.Where(item =>
                db.RoleAssignments.Any(held =>
                    held.PersonId == item.Id && held.Role == role && held.Until == null && mine.Contains(held.ProjectId)
                )
            );
        }

        return await Sort(people, form.Order).Take(MaxShown + 1).ToListAsync(stop);
    }

    private static IQueryable<Person> Sort(IQueryable<Person> people, NetworkOrder order) =>
        order switch
        {
            NetworkOrder.Newest => people.OrderByDescending(item => item.CreatedAt).ThenByDescending(item => item.Id),
            NetworkOrder.Organisation => people
                .OrderBy(item => item.Organisation == null)
                .ThenBy(item => item.Organisation!.Name)
                .ThenBy(item => item.LastName)
                .ThenBy(item => item.FirstName),
            _ => people
                .OrderBy(item => item.LastName == "" ? item.FirstName : item.LastName)
                .ThenBy(item => item.FirstName)
                .ThenBy(item => item.Id),
        };

    /// <summary>People by perspective who may be approached.</summary>
    private Task<Dictionary<int, int>> CandidatesAsync(IReadOnlyList<int> mine, CancellationToken stop) =>
        (
            from link in db.PersonPerspectives
            join perspective in db.Perspectives on link.PerspectiveId equals perspective.Id
            join person in db.Persons on link.PersonId equals person.Id
            where mine.Contains(perspective.ProjectId) && person.NotToBeApproachedSince == null
            group link by link.PerspectiveId into one
            select new { one.Key, Count = one.Count() }
        ).ToDictionaryAsync(item => item.Key, item => item.Count, stop);

    /// <summary>Chairs by perspective at the tables that have not begun and take place.</summary>
    private Task<Dictionary<int, int>> WantedAsync(IReadOnlyList<int> mine, CancellationToken stop) =>
        (
            from wanted in db.WantedSeats
            join gathering in db.Gatherings on wanted.GatheringId equals gathering.Id
            where
                mine.Contains(gathering.Series!.ProjectId)
                && gathering.CancelledAt == null
                && (gathering.StartsAt == null || gathering.StartsAt > Now)
            group wanted by wanted.PerspectiveId into one
            select new { one.Key, Sum = one.Sum(item => item.Wanted) }
        ).ToDictionaryAsync(item => item.Key, item => item.Sum, stop);

    private static string Escape(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
