using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Modules.Team.Members;

public sealed class MemberForm
{
    public int ProjectId { get; set; }

    [Required(ErrorMessage = "Vul een voornaam in."), StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? FirstName { get; set; }

    [StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? LastName { get; set; }

    [Required(ErrorMessage = "Vul een mailadres in."), MailAddress]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Kies een rol.")]
    public TeamRole? Role { get; set; }
}

/// <param name="MembershipId">Ends this membership alone; the person may have others.</param>
/// <param name="Since">Local day.</param>
public sealed record Member(
    int MembershipId,
    string Name,
    string? Email,
    TeamRole Role,
    DateOnly Since,
    bool IsMe,
    bool HasSecondFactor
);

/// <summary>The team of one project, and the administrators of the installation.</summary>
public sealed record TeamPage(
    int ProjectId,
    string Project,
    IReadOnlyList<SelectListItem> Projects,
    IReadOnlyList<Member> Members,
    MemberForm Form
)
{
    /// <summary>Asked when the address of somebody new is known already; else null.</summary>
    public KnownQuestion? Known { get; init; }
}

/// <summary>The team roles in Dutch.</summary>
public static class TeamRoleWords
{
    public static string Of(TeamRole role) =>
        role switch
        {
            TeamRole.Organiser => "organisator",
            TeamRole.CoResearcher => "co-onderzoeker",
            TeamRole.Facilitator => "begeleider",
            TeamRole.Administrator => "beheerder",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    public static string Meaning(TeamRole role) =>
        role switch
        {
            TeamRole.Organiser => "Mag alles in dit project.",
            TeamRole.CoResearcher => "Werkt mee aan tafels, borden, antwoorden en verslag.",
            TeamRole.Facilitator => "Ziet de tafels die zij of hij begeleidt.",
            TeamRole.Administrator =>
                "Zorgt voor de techniek. Leest geen inhoud. Hoort bij de hele site, niet bij één project.",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };
}
