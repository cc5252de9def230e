using Dialoogtafel.Domain.Team;

namespace Dialoogtafel.Domain.Series;

/// <summary>
/// Who reads the answers of a table after a change, by person. Changing places is no change of readers; coming back is.
/// </summary>
/// <param name="New">Read now and did not before.</param>
/// <param name="Gone">Read before and do not any more.</param>
/// <param name="Staying">Read before and still do.</param>
public sealed record ReaderChange(IReadOnlyList<int> New, IReadOnlyList<int> Gone, IReadOnlyList<int> Staying)
{
    /// <param name="before">The two facilitators as they were.</param>
    /// <param name="after">The two as they become.</param>
    public static ReaderChange Of((int? Process, int? Content) before, (int? Process, int? Content) after)
    {
        var (old, now) = (Readers(before), Readers(after));
        return new ReaderChange([.. now.Except(old)], [.. old.Except(now)], [.. old.Intersect(now)]);
    }

    private static IEnumerable<int> Readers((int? Process, int? Content) pair) =>
        new[] { pair.Process, pair.Content }.OfType<int>().Distinct();
}

/// <summary>
/// Wie een begeleider kiest: what a team member may do about the readers of one table (D-08).
/// </summary>
/// <param name="Person">Who this is.</param>
/// <param name="MayEdit">Organiser or co-researcher of the project.</param>
/// <param name="IsOrganiser">Organiser of the project.</param>
/// <param name="IsOnlyOrganiser">And nobody else is one, or was one since the series was made.</param>
public sealed record Appointer(int Person, bool MayEdit, bool IsOrganiser, bool IsOnlyOrganiser)
{
    /// <param name="team">All memberships of the project, also those that ended.</param>
    /// <param name="since">When the series was made. Who was an organiser then or later still counts: ending the
    /// membership of the others makes nobody the only one.</param>
    public static Appointer Of(int person, IReadOnlyCollection<TeamMembership> team, DateTime since)
    {
        var organises = Runs(TeamRole.Organiser);
        return new Appointer(
            person,
            organises || Runs(TeamRole.CoResearcher),
            organises,
            organises
                && !team.Any(item =>
                    item.Role == TeamRole.Organiser
                    && item.PersonId != person
                    && (item.Until is null || item.Until >= since)
                )
        );

        bool Runs(TeamRole role) =>
            team.Any(item => item.PersonId == person && item.Role == role && item.Until is null);
    }

    /// <summary>
    /// Nobody appoints themselves a reader of answers that are there, but the one organiser who has nobody to ask.
    /// </summary>
    public bool MayAppoint(int reader) => IsOrganiser && (reader != Person || IsOnlyOrganiser);
}
