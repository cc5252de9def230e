using Dialoogtafel.Domain.Team;

namespace Dialoogtafel.Web.Access;

/// <summary>To which project a route belongs: by what its {id} names.</summary>
public enum Scope
{
    /// <summary>The installation; any project in which the person has the role will do.</summary>
    Anywhere,
    Project,
    Series,
    Gathering,
    Invitation,
    Action,

    /// <summary>An issue of the newsletter.</summary>
    Newsletter,
}

/// <summary>How a session must have been opened to use a route.</summary>
public enum Factors
{
    /// <summary>The mailed link, and the second factor of whoever has one.</summary>
    Own,

    /// <summary>The mailed link alone: the pages of the second step itself.</summary>
    Link,

    /// <summary>
    /// Always both: the page shows words of participants, needs or call notes (D-09), or the inside of the program.
    /// </summary>
    Both,
}

/// <summary>Roles of the team that go together.</summary>
public enum Who
{
    Organisers,

    /// <summary>Organisers and co-researchers.</summary>
    Recruiters,

    /// <summary>Recruiters and facilitators.</summary>
    Table,

    /// <summary>Organisers and administrators.</summary>
    Technical,
    Administrators,

    /// <summary>Every role of the team.</summary>
    Team,
}

/// <summary>
/// Who may. It stands at the action, or at the controller for all of its actions that say nothing else. An
/// action without one answers 404 and fails a test (S12). The list of routes with what each says is
/// <c>routes.approved.txt</c> of the tests.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class RightAttribute : Attribute;

/// <summary>Nobody in particular: a public page, or one behind a personal link, where the link is the right.</summary>
public sealed class OpenAttribute : RightAttribute;

/// <summary>
/// Signed-in members with one of these roles, in the project to which the address belongs. Whoever has not answers 404,
/// never a hint that something exists.
/// </summary>
public sealed class MayAttribute(Who who, Scope scope, Factors factors = Factors.Own) : RightAttribute
{
    private static readonly TeamRole[][] Sets =
    [
        [TeamRole.Organiser],
        [TeamRole.Organiser, TeamRole.CoResearcher],
        [TeamRole.Organiser, TeamRole.CoResearcher, TeamRole.Facilitator],
        [TeamRole.Organiser, TeamRole.Administrator],
        [TeamRole.Administrator],
        [TeamRole.Organiser, TeamRole.CoResearcher, TeamRole.Facilitator, TeamRole.Administrator],
    ];

    public Scope Scope { get; } = scope;
    public Factors Factors { get; } = factors;
    public IReadOnlyList<TeamRole> Roles { get; } = Sets[(int)who];
}
