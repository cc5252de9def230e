using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Details;

/// <summary>
/// Who can lead a table of a project or be called about it. Nobody of another project stands in these lists or can be
/// chosen by typing a number.
/// </summary>
public sealed class TablePeople(DialoogtafelDb db)
{
    /// <summary>People of team and network; those with lived experience come first .</summary>
    public async Task<IReadOnlyList<SelectListItem>> LeadersAsync(int project, CancellationToken stop)
    {
        var lived =
            from link in db.PersonPerspectives
            join perspective in db.Perspectives on link.PerspectiveId equals perspective.Id
            where perspective.ProjectId == project && perspective.Kind == PerspectiveKind.LivedExperience
            select link.PersonId;
        var network =
            from link in db.PersonPerspectives
            join perspective in db.Perspectives on link.PerspectiveId equals perspective.Id
            where perspective.ProjectId == project
            select link.PersonId;
        var team = Team(project);
        var roles = db.RoleAssignments.Where(item => item.ProjectId == project).Select(item => item.PersonId);
        var rows = await db
            .Persons.AsNoTracking()
            .Where(item =>
                item.RemovalRequestedAt == null
                && item.ErasedAt == null
                && (network.Contains(item.Id) || team.Contains(item.Id) || roles.Contains(item.Id))
            )
            .Select(item => new
            {
                item.Id,
                item.FirstName,
                item.LastName,
                Lived = lived.Contains(item.Id),
            })
            .OrderByDescending(item => item.Lived)
            .ThenBy(item => item.FirstName)
            .ThenBy(item => item.LastName)
            .ToListAsync(stop);
        return
        [
            .. rows.Select(row => Option(row.Id, row.FirstName, row.LastName, row.Lived ? " (eigen ervaring)" : "")),
        ];
    }

    /// <summary>The running team of the project.</summary>
    public async Task<IReadOnlyList<SelectListItem>> TeamAsync(int project, CancellationToken stop)
    {
        var team = Team(project);
        var rows = await db
            .Persons.AsNoTracking()
            .Where(item => team.Contains(item.Id))
            .OrderBy(item => item.FirstName)
            .ThenBy(item => item.LastName)
            .Select(item => new
            {
                item.Id,
                item.FirstName,
                item.LastName,
            })
            .ToListAsync(stop);
        return [.. rows.Select(row => Option(row.Id, row.FirstName, row.LastName, ""))];
    }

    private IQueryable<int> Team(int project) =>
        db
            .Memberships.Where(item =>
                item.ProjectId == project && item.Until == null && item.Role != TeamRole.Administrator
            )
            .Select(item => item.PersonId);

    private static SelectListItem Option(int id, string first, string last, string more) =>
        new($"{first} {last}".Trim() + more, id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
