namespace Dialoogtafel.Domain.Invitations;

/// <summary>
/// A thing that helps somebody at the table; free choice per person, never a profile and never why.
/// </summary>
public enum Need
{
    QuietPlace,
    SeatByTheDoor,
    MoreBreaks,
    NoStairs,
    LightOrSound,
    FoodOrDrink,
    Transport,
}

/// <summary>
/// Behoeften: what one invited person wants us to arrange, and whether somebody comes along. A row per device
/// on which it was told, so that words typed on one device never replace those of another. Retention: 14 days after the
/// table.
/// </summary>
public sealed class Needs
{
    public int Id { get; private set; }
    public required int InvitationId { get; init; }

    /// <summary>
    /// Hash of the device key under which it was typed; elsewhere it is not shown (S06). Null = a browser without
    /// cookies, or written down by the team.
    /// </summary>
    public string? Device { get; init; }

    /// <summary>What was ticked and typed, sealed.</summary>
    public required SealedText Words { get; set; }

    /// <summary>
    /// How many come along; null = not said. No chair is counted for them: they matter to the room and the catering.
    /// </summary>
    public int? Companions { get; set; }

    /// <summary>When it was last changed.</summary>
    public required DateTime At { get; set; }

    public required ContactChannel Channel { get; init; }

    /// <summary>The team member who wrote it down on behalf; null when the person did.</summary>
    public int? ById { get; init; }

    /// <summary>How many come along with one person, by what was told last; 0 when it was never said.</summary>
    public static int CompanionsOf(IEnumerable<(DateTime At, int Id, int? Companions)> tellings) =>
        tellings
            .Where(item => item.Companions is not null)
            .OrderBy(item => item.At)
            .ThenBy(item => item.Id)
            .LastOrDefault()
            .Companions
        ?? 0;
}
