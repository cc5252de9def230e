namespace Dialoogtafel.Domain.Time;

/// <summary>
/// When a time of day comes next in a time zone, also in the two nights a year when the clock is moved (F12).
/// </summary>
public static class LocalSchedule
{
    /// <summary>
    /// The first moment strictly after <paramref name="after"/> at which a clock in <paramref name="zone"/> shows
    /// <paramref name="timeOfDay"/>, in UTC. Every local date has exactly one such moment: a time that does not exist
    /// that night (spring) moves on by the length of the gap, of a time that comes twice (autumn) the first one counts.
    /// </summary>
    public static DateTimeOffset NextDaily(DateTimeOffset after, TimeOnly timeOfDay, TimeZoneInfo zone)
    {
        // One day back, because a time that was moved out of a gap before midnight belongs to the day before.
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime).AddDays(-1);
        DateTimeOffset moment;
        do
        {
            moment = MomentOf(date.ToDateTime(timeOfDay), zone);
            date = date.AddDays(1);
        } while (moment <= after);
        return moment;
    }

    /// <summary>The one moment (UTC) of a local date at which this time of day counts, by the same rule.</summary>
    public static DateTime At(DateOnly date, TimeOnly timeOfDay, TimeZoneInfo zone) =>
        MomentOf(date.ToDateTime(timeOfDay), zone).UtcDateTime;

    private static DateTimeOffset MomentOf(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
