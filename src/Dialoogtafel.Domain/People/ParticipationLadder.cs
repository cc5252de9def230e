namespace Dialoogtafel.Domain.People;

/// <summary>
/// De participatieladder in figures: how many people with lived experience and relatives hold which role in one project
/// now. Professionals and parties are not counted: that they sit as partner is our choice and says nothing about
/// participation.
/// </summary>
public static class ParticipationLadder
{
    /// <summary>
    /// People by running role; every role is a key. Somebody with two such perspectives, or the same role twice, counts
    /// once a role.
    /// </summary>
    /// <param name="roles">May hold other projects and ended roles; they do not count.</param>
    /// <param name="perspectives">May hold other projects; only those of <paramref name="project"/> make somebody
    /// count.</param>
    /// <param name="known">Who has which perspective, confirmed or not.</param>
    public static IReadOnlyDictionary<ParticipationRole, int> Count(
        int project,
        IEnumerable<RoleAssignment> roles,
        IEnumerable<Perspective> perspectives,
        IEnumerable<PersonPerspective> known
    )
    {
        var counting = perspectives
            .Where(item => item.ProjectId == project && item.CountsForLadder)
            .Select(item => item.Id)
            .ToHashSet();
        var people = known
            .Where(item => counting.Contains(item.PerspectiveId))
            .Select(item => item.PersonId)
            .ToHashSet();
        var running = roles
            .Where(item => item.ProjectId == project && item.Until is null && people.Contains(item.PersonId))
            .ToList();
        return Enum.GetValues<ParticipationRole>()
            .ToDictionary(
                role => role,
                role => running.Where(item => item.Role == role).Select(item => item.PersonId).Distinct().Count()
            );
    }
}
