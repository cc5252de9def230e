namespace Dialoogtafel.Domain.Series;

/// <summary>
/// Afspraak: when and where a table is, as one mail told it or as it stands now. Two that are equal say the same to a
/// person; anything else about a table may change without news (M-13).
/// </summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="Place">Name and address on one line; empty while there is no place.</param>
public sealed record Appointment(DateTime StartsAt, int Minutes, string Place)
{
    /// <summary>Null while the table has no date. Needs <see cref="Gathering.Location"/>.</summary>
    public static Appointment? Of(Gathering gathering) =>
        gathering.StartsAt is { } start ? new(start, gathering.Minutes, gathering.Location?.OneLine ?? "") : null;

    public bool SameMoment(Appointment other) => StartsAt == other.StartsAt && Minutes == other.Minutes;
}
