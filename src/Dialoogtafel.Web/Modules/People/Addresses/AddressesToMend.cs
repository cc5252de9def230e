using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Addresses;

/// <summary>
/// People whose stored address is not one and was not looked at yet; the organiser's next step while there are any.
/// </summary>
public sealed class AddressesToMend(DialoogtafelDb db) : INextStepSource
{
    /// <summary>No mail reaches them; below what cannot wait until tomorrow.</summary>
    private const int Urgency = 90;

    /// <summary>The people of these projects, and those of no project at all: nobody else would see them.</summary>
    public IQueryable<Person> Of(IReadOnlyList<int> projects)
    {
        var links = db
            .RoleAssignments.Select(item => new { item.PersonId, item.ProjectId })
            .Concat(
                db.Memberships.Where(item => item.ProjectId != null)
                    .Select(item => new { item.PersonId, ProjectId = item.ProjectId!.Value })
            )
            .Concat(db.Invitations.Select(item => new { item.PersonId, item.Gathering!.Series!.ProjectId }))
            .Concat(
                from link in db.PersonPerspectives
                join perspective in db.Perspectives on link.PerspectiveId equals perspective.Id
                select new { link.PersonId, perspective.ProjectId }
            );
        return db.Persons.Where(item =>
            item.AddressFailsSince != null
            && item.AddressSeenAt == null
            && item.Email != null
            && item.ErasedAt == null
            && (
                links.Any(link => link.PersonId == item.Id && projects.Contains(link.ProjectId))
                || !links.Any(link => link.PersonId == item.Id)
            )
        );
    }

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var projects = actor.Projects(TeamRole.Organiser);
        var count = projects.Count == 0 ? 0 : await Of(projects).CountAsync(stop);
        return count == 0
            ? []
            :
            [
                new(
                    null,
                    count == 1 ? "Eén mailadres klopt niet." : $"{count} mailadressen kloppen niet.",
                    "Bekijk wat er niet klopt",
                    "/netwerk/mailadressen",
                    Urgency
                ),
            ];
    }
}
