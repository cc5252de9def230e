namespace Dialoogtafel.Domain.Series;

/// <summary>What one line about a place is about.</summary>
public enum PlaceFact
{
    QuietRoom,
    SoundAndLight,
    Wheelchair,
    Parking,
    PublicTransport,
}

/// <summary>
/// Plek with the facts that people need to judge whether they can manage. Free text: short, plain, may be empty.
/// </summary>
public sealed class Location
{
    public int Id { get; private set; }
    public required string Name { get; set; }
    public string Address { get; set; } = "";
    public string PublicTransport { get; set; } = "";
    public string Parking { get; set; } = "";
    public string Wheelchair { get; set; } = "";
    public string QuietRoom { get; set; } = "";
    public string SoundAndLight { get; set; } = "";

    /// <summary>
    /// What is known of it, in the order in which people read it: what decides whether they can stay first.
    /// </summary>
    public IReadOnlyList<(PlaceFact About, string Text)> Access =>
        [
            .. new[]
            {
                (PlaceFact.QuietRoom, QuietRoom),
                (PlaceFact.SoundAndLight, SoundAndLight),
                (PlaceFact.Wheelchair, Wheelchair),
                (PlaceFact.Parking, Parking),
                (PlaceFact.PublicTransport, PublicTransport),
            }.Where(line => line.Item2.Length > 0),
        ];

    /// <summary>Name and address on one line, as it stands in a mail.</summary>
    public string OneLine => Address.Length == 0 ? Name : $"{Name}, {Address}";
}
