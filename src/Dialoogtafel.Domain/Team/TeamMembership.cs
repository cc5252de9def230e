namespace Dialoogtafel.Domain.Team;

/// <summary>
/// Rol in het team: what somebody may do. Not the participation role and not the duty at one table.
/// </summary>
public enum TeamRole
{
    /// <summary>Organisator, hoofdonderzoeker: everything in the project.</summary>
    Organiser,

    /// <summary>Co-onderzoeker: programme, boards, report, responses.</summary>
    CoResearcher,

    /// <summary>Begeleider: the tables that she leads.</summary>
    Facilitator,

    /// <summary>Beheerder: technical, of the whole installation; reads no content.</summary>
    Administrator,
}

/// <summary>
/// Lidmaatschap: a person's role in the team of one project, from a date until a date. Rights add up over memberships.
/// </summary>
public sealed class TeamMembership
{
    public int Id { get; private set; }
    public required int PersonId { get; init; }

    /// <summary>Null only for <see cref="TeamRole.Administrator"/>, which belongs to the installation.</summary>
    public int? ProjectId { get; init; }

    public required TeamRole Role { get; init; }
    public required DateTime From { get; init; }
    public DateTime? Until { get; private set; }

    public void End(DateTime now) => Until ??= now;

    /// <summary>Ends it, unless nobody would be left who can lead the project.</summary>
    /// <param name="running">At least the running memberships of the same project.</param>
    /// <exception cref="DomainRuleException">It is the last organiser of the project.</exception>
    public void End(IEnumerable<TeamMembership> running, DateTime now)
    {
        var others = running.Any(item =>
            item.Id != Id && item.ProjectId == ProjectId && item.Role == TeamRole.Organiser && item.Until is null
        );
        if (Role == TeamRole.Organiser && Until is null && !others)
        {
            throw new DomainRuleException(
                "Dit is de laatste organisator van het project. Voeg eerst een andere organisator toe."
            );
        }

        End(now);
    }
}
