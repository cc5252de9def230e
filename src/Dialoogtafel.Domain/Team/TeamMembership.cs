namespace Dialoogtafel.Domain.Team;

/// <summary>Rol in het team: what somebody may do. Not the participation role and not the duty at one table.</summary>
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

/// <summary>Lidmaatschap: a person's role in the team of one project, from a date until a date. Rights add up over memberships.</summary>
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
}
