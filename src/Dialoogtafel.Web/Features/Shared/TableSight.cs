using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Rights;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>Which tables a team member sees: organisers and co-researchers those of their projects, a facilitator those that she leads .</summary>
public static class TableSight
{
    public static IQueryable<Gathering> SeenBy(this IQueryable<Gathering> gatherings, Actor actor)
    {
        var (whole, led, me) = (actor.RecruiterProjects(), actor.Projects(TeamRole.Facilitator), actor.Person.Id);
        return gatherings.Where(item => whole.Contains(item.Series!.ProjectId) || (led.Contains(item.Series.ProjectId)
            && (item.ProcessFacilitatorId == me || item.ContentFacilitatorId == me || item.ReserveFacilitatorId == me)));
    }

    /// <summary>The projects in which she makes series, edits tables and sees perspectives.</summary>
    public static IReadOnlyList<int> RecruiterProjects(this Actor actor) => actor.Projects(TeamRole.Organiser, TeamRole.CoResearcher);
}
