using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Modules.People.Network;

public enum NetworkOrder
{
    Name,
    Organisation,
    Newest,
}

/// <summary>What to look for. The search word travels in the body of a form, never in an address.</summary>
public sealed class NetworkForm
{
    public string? Search { get; set; }
    public int? Perspective { get; set; }
    public ParticipationRole? Role { get; set; }
    public NetworkOrder Order { get; set; }
}

/// <summary>One person in the list.</summary>
/// <param name="Perspectives">Only of the reader's own projects.</param>
/// <param name="NotToBeApproached">The person asked for it herself .</param>
public sealed record NetworkPerson(
    int Id,
    string Name,
    string? Organisation,
    string? Email,
    string? Phone,
    string Perspectives,
    bool NotToBeApproached
);

/// <summary>
/// Hoeveel kennen wij: people who may be approached, against the chairs wanted at the tables still to come.
/// </summary>
public sealed record PartyCount(int PerspectiveId, string Name, int Known, int Wanted);

/// <summary>People with lived experience and relatives by role.</summary>
public sealed record LadderFigures(IReadOnlyDictionary<ParticipationRole, int> People)
{
    public int Total => People.Values.Sum();
}

/// <summary>One project of the reader.</summary>
public sealed record NetworkProject(string Name, IReadOnlyList<PartyCount> Parties, LadderFigures Ladder);

/// <param name="More">There are more people than are shown.</param>
public sealed record NetworkPage(
    NetworkForm Form,
    IReadOnlyList<NetworkPerson> People,
    bool More,
    IReadOnlyList<NetworkProject> Projects
)
{
    public bool Filtered => Form.Search is { Length: > 0 } || Form.Perspective is not null || Form.Role is not null;
}
