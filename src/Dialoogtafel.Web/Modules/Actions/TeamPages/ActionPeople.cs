using System.Globalization;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions.TeamPages;

/// <summary>
/// Who of a project can do an action or coordinate it. Nobody of another project stands in these lists or can be chosen
/// by typing a number.
/// </summary>
public sealed class ActionPeople(DialoogtafelDb db)
{
    /// <summary>
    /// People of the tables of the series first, then team and network; with or without account or address.
    /// </summary>
    public async Task<IReadOnlyList<SelectListItem>> OwnersAsync(int project, int series, CancellationToken stop)
    {
        var tables = db
            .Invitations.Where(item =>
                item.Gathering!.SeriesId == series && item.Answer != null && item.WithdrawnAt == null
            )
            .Select(item => item.PersonId);
        var rows = await Known(project)
            .AsNoTracking()
            .Select(item => new
            {
                item.Id,
                item.FirstName,
                item.LastName,
                AtTable = tables.Contains(item.Id),
            })
            .OrderByDescending(item => item.AtTable)
            .ThenBy(item => item.FirstName)
            .ThenBy(item => item.LastName)
            .ToListAsync(stop);
        return
        [
            .. rows.Select(row => Option(row.Id, row.FirstName, row.LastName, row.AtTable ? " (bij de tafel)" : "")),
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

    public Task<bool> IsInTeamAsync(int project, int person, CancellationToken stop) =>
        Team(project).AnyAsync(id => id == person, stop);

    /// <summary>
    /// The chosen owner and helper. Refuses a number that is not on the list, and an owner with enough open actions
    /// unless the tick says that it was discussed.
    /// </summary>
    /// <param name="action">The action itself, which does not count; null = a new one.</param>
    /// <returns>Whether the tick has to be shown.</returns>
    public async Task<(Person? Owner, Person? CoOwner, bool AsksAnyway)> ChosenAsync(
        int project,
        int? action,
        OwnerForm form,
        ModelStateDictionary state,
        CancellationToken stop
    )
    {
        var people = await Known(project)
            .Where(item => item.Id == form.OwnerId || item.Id == form.CoOwnerId)
            .ToListAsync(stop);
        var (owner, helper) = (
            people.Find(item => item.Id == form.OwnerId),
            people.Find(item => item.Id == form.CoOwnerId)
        );
        Refuse(state, nameof(OwnerForm.OwnerId), form.OwnerId is not null && owner is null);
        Refuse(state, nameof(OwnerForm.CoOwnerId), form.CoOwnerId is not null && helper is null);
        if (owner is null)
        {
            return (owner, helper, false);
        }

        var others = await db.Actions.CountAsync(
            item => item.OwnerId == owner.Id && item.EndedAt == null && item.Id != action,
            stop
        );
        var tooMuch = ActionLoad.IsTooMuch(owner, others);
        if (tooMuch && !form.Anyway)
        {
            state.AddModelError(
                "Owner.Anyway",
                $"{owner.FirstName} heeft al {(others == 1 ? "een open actie" : $"{others} open acties")}. "
                    + "Bespreek of dit erbij kan, en zet dan dit vinkje."
            );
        }

        return (owner, helper, tooMuch);
    }

    private IQueryable<Person> Known(int project)
    {
        var network =
            from link in db.PersonPerspectives
            join perspective in db.Perspectives on link.PerspectiveId equals perspective.Id
            where perspective.ProjectId == project
            select link.PersonId;
        var invited = db
            .Invitations.Where(item => item.Gathering!.Series!.ProjectId == project && item.WithdrawnAt == null)
            .Select(item => item.PersonId);
        var roles = db
            .RoleAssignments.Where(item => item.ProjectId == project && item.Role != ParticipationRole.Public)
            .Select(item => item.PersonId);
        var team = Team(project);
        return db.Persons.Where(item =>
            item.ErasedAt == null
            && item.NotToBeApproachedSince == null
            && (
                network.Contains(item.Id)
                || invited.Contains(item.Id)
                || roles.Contains(item.Id)
                || team.Contains(item.Id)
            )
        );
    }

    private IQueryable<int> Team(int project) =>
        db
            .Memberships.Where(item =>
                item.ProjectId == project && item.Until == null && item.Role != TeamRole.Administrator
            )
            .Select(item => item.PersonId);

    private static void Refuse(ModelStateDictionary state, string field, bool wrong)
    {
        if (wrong)
        {
            state.AddModelError($"Owner.{field}", "Kies iemand uit de lijst.");
        }
    }

    private static SelectListItem Option(int id, string first, string last, string more) =>
        new($"{first} {last}".Trim() + more, id.ToString(CultureInfo.InvariantCulture));
}
