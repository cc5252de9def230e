using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;

namespace Dialoogtafel.Web.Access;

/// <summary>
/// The signed-in team member of this request and what she may do. Rights of several memberships add up.
/// </summary>
public sealed record Actor(int AccountId, Person Person, IReadOnlyList<TeamMembership> Memberships)
{
    private static readonly object Key = new();

    /// <summary>The hash of the id of this session.</summary>
    public string Session { get; init; } = "";

    /// <summary>She has a passkey or a code app; the mailed link alone is then not enough anywhere.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>When this session gave its second factor; null = the mailed link alone.</summary>
    public DateTime? TwiceAt { get; init; }

    /// <summary>
    /// Whether she has one of the roles in the project; with null, in any project or in the installation.
    /// </summary>
    public bool Has(int? project, params ReadOnlySpan<TeamRole> roles)
    {
        foreach (var membership in Memberships)
        {
            if (roles.Contains(membership.Role) && (project is null || membership.ProjectId == project))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The projects in which she has one of the roles.</summary>
    public IReadOnlyList<int> Projects(params TeamRole[] roles) =>
        [
            .. Memberships
                .Where(item => roles.Contains(item.Role))
                .Select(item => item.ProjectId)
                .OfType<int>()
                .Distinct(),
        ];

    /// <summary>As who did something on behalf of a person, and how they heard it.</summary>
    public Hand By(ContactChannel channel) => new(channel, Person.Id);

    /// <summary>The projects of which she may see people and tables.</summary>
    public IReadOnlyList<int> OwnProjects => Projects(TeamRole.Organiser, TeamRole.CoResearcher, TeamRole.Facilitator);

    public static Actor? Of(HttpContext http) => http.Items[Key] as Actor;

    public void PutIn(HttpContext http) => http.Items[Key] = this;
}
