using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;

namespace Dialoogtafel.Web.Access;

/// <summary>
/// Which tables a team member sees: organisers and co-researchers those of their projects, a facilitator those that she
/// leads.
/// </summary>
public static class TableAccess
{
    public static IQueryable<Gathering> SeenBy(this IQueryable<Gathering> gatherings, Actor actor)
    {
        var (whole, led, me) = (actor.RecruiterProjects(), actor.Projects(TeamRole.Facilitator), actor.Person.Id);
        return gatherings.Where(item =>
            whole.Contains(item.Series!.ProjectId)
            || (
                led.Contains(item.Series.ProjectId)
                && (
                    item.ProcessFacilitatorId == me
                    || item.ContentFacilitatorId == me
                    || item.ReserveFacilitatorId == me
                )
            )
        );
    }

    /// <summary>
    /// Of which tables she reads what people need: those of her projects, and those that she leads as one of the two
    /// facilitators. Not as reserve: people were told that the two read it, and who takes over becomes one of the two
    ///
    /// </summary>
    public static IQueryable<Gathering> WithNeedsReadBy(this IQueryable<Gathering> gatherings, Actor actor)
    {
        var (whole, me) = (actor.RecruiterProjects(), actor.Person.Id);
        return gatherings
            .SeenBy(actor)
            .Where(item =>
                whole.Contains(item.Series!.ProjectId)
                || item.ProcessFacilitatorId == me
                || item.ContentFacilitatorId == me
            );
    }

    /// <summary>The projects in which she makes series, edits tables and sees perspectives.</summary>
    public static IReadOnlyList<int> RecruiterProjects(this Actor actor) =>
        actor.Projects(TeamRole.Organiser, TeamRole.CoResearcher);
}
