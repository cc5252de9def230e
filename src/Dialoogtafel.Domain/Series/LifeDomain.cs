using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Series;

/// <summary>
/// Domein, levensgebied: what a series of tables is about, with the parties that usually are involved.
/// Editable.
/// </summary>
public sealed class LifeDomain
{
    public int Id { get; private set; }
    public required string Name { get; set; }
    public List<PartyPreset> Parties { get; init; } = [];
}

/// <summary>
/// A party that must be heard in a domain and the chairs proposed for it. The proposals of a domain add up to at most
/// ten.
/// </summary>
public sealed class PartyPreset
{
    public int Id { get; private set; }
    public required string Name { get; set; }
    public required PerspectiveKind Kind { get; set; }
    public required int Wanted { get; set; }
}
