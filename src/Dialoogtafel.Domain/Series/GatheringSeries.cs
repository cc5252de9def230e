namespace Dialoogtafel.Domain.Series;

/// <summary>
/// Reeks: the linked tables about one domain: first problems and chances, then solutions and actions. It may
/// have more than two.
/// </summary>
public sealed class GatheringSeries : IVersioned
{
    public int Id { get; private set; }
    public required int ProjectId { get; init; }
    public Project? Project { get; init; }
    public required int LifeDomainId { get; set; }
    public LifeDomain? LifeDomain { get; init; }

    /// <summary>Onderwerp, in a few words.</summary>
    public required string Subject { get; set; }

    /// <summary>Thema's from the brainstorm, one a line .</summary>
    public string Themes { get; set; } = "";

    public DateTime CreatedAt { get; init; }
    public List<Gathering> Gatherings { get; init; } = [];
    public int Version { get; set; }
}
