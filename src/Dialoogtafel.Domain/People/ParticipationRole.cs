namespace Dialoogtafel.Domain.People;

/// <summary>The four steps of the participation ladder .</summary>
public enum ParticipationRole
{
    /// <summary>Co-onderzoeker: thinks and develops along as a member of the research team.</summary>
    CoResearcher,

    /// <summary>Partner: at the table; on participant pages "deelnemer aan tafel".</summary>
    Partner,

    /// <summary>Informant: contributes without sitting at the table; "meedenker op afstand".</summary>
    Informant,

    /// <summary>
    /// Publiek: reads results; "belangstellende". Never on an invitation, a contact list or a question set.
    /// </summary>
    Public,
}

/// <summary>
/// Rol in een project with its period and reason. History is kept: a new role ends the former one.
/// </summary>
public sealed class RoleAssignment
{
    public int Id { get; private set; }
    public required int PersonId { get; init; }
    public required int ProjectId { get; init; }
    public required ParticipationRole Role { get; init; }
    public required DateTime From { get; init; }
    public DateTime? Until { get; private set; }

    /// <summary>Why, in a few plain words, for example "ja op de uitnodiging". Never about health.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Gives <paramref name="person"/> a role from now on. Returns null when the running role is the same one;
    /// otherwise the new assignment, and every running one of the project that a gathering gave has ended.
    /// Co-researchers keep their role: an answer to an invitation does not take anybody out of the team.
    /// </summary>
    public static RoleAssignment? Take(
        IEnumerable<RoleAssignment> history,
        int person,
        int project,
        ParticipationRole role,
        string reason,
        DateTime now
    )
    {
        var running = history
            .Where(item => item.PersonId == person && item.ProjectId == project && item.Until is null)
            .ToList();
        if (running.Any(item => item.Role == role || item.Role == ParticipationRole.CoResearcher))
        {
            return null;
        }

        foreach (var item in running)
        {
            item.End(now);
        }

        return new RoleAssignment
        {
            PersonId = person,
            ProjectId = project,
            Role = role,
            From = now,
            Reason = reason,
        };
    }

    public void End(DateTime now) => Until ??= now;
}
