using Dialoogtafel.Domain.Team;

namespace Dialoogtafel.Web.Access;

/// <summary>
/// Who reads call notes: the organisers of the project, and the approacher of that person if she is in its team
///
/// </summary>
public static class NoteAccess
{
    public static bool MayReadNotes(this Actor actor, int project, int? approacher) =>
        actor.Has(project, TeamRole.Organiser)
        || (approacher == actor.Person.Id && actor.Has(project, TeamRole.CoResearcher));
}
