namespace Dialoogtafel.Domain.Series;

/// <summary>
/// Soort bijeenkomst: data with its own defaults and policy, so that a later kind is a row and not new code. A fresh
/// installation has one:
/// <see cref="Dialogue"/>.
/// </summary>
public sealed class GatheringKind
{
    public const string Dialogue = "dialoogtafel";

    public int Id { get; private set; }

    /// <summary>The word by which code and links know the kind.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>Minutes that one gathering lasts.</summary>
    public required int Minutes { get; set; }

    public required int MinSeats { get; set; }
    public required int MaxSeats { get; set; }

    /// <summary>How many people one approaches to fill the chairs .</summary>
    public required int ApproachFrom { get; set; }
    public required int ApproachTo { get; set; }

    /// <summary>Days before the start on which held chairs become free for all.</summary>
    public required int ReleaseDays { get; set; }

    /// <summary>How many gatherings a new series of this kind starts with.</summary>
    public required int GatheringsInSeries { get; set; }

    /// <summary>Chairs are held for the wanted perspectives until the release date.</summary>
    public required bool HoldsChairs { get; set; }

    /// <summary>Cannot be made final without somebody with lived experience, unless with a reason .</summary>
    public required bool NeedsLivedExperience { get; set; }

    /// <summary>Cannot be made final without both facilitators .</summary>
    public required bool NeedsTwoFacilitators { get; set; }

    /// <summary>
    /// The dialogue table: 2.5 hours, 8 to 10 chairs, 15 to 20 people approached, two tables a series (R-023, R-060,
    ///
    /// </summary>
    public static GatheringKind DialogueTable() =>
        new()
        {
            Key = Dialogue,
            Name = "Dialoogtafel",
            Minutes = 150,
            MinSeats = 8,
            MaxSeats = 10,
            ApproachFrom = 15,
            ApproachTo = 20,
            ReleaseDays = 14,
            GatheringsInSeries = 2,
            HoldsChairs = true,
            NeedsLivedExperience = true,
            NeedsTwoFacilitators = true,
        };
}
