namespace Dialoogtafel.Domain.Gatherings;

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

    /// <summary>Name and address on one line, as it stands in a mail.</summary>
    public string OneLine => Address.Length == 0 ? Name : $"{Name}, {Address}";
}
