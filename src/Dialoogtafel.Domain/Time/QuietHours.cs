namespace Dialoogtafel.Domain.Time;

/// <summary>
/// Stille uren: no automatic mail leaves between two times of day on the wall clock; what is due then waits for
/// the end.
/// </summary>
/// <param name="From">When they begin, usually in the evening.</param>
/// <param name="Until">When they end, usually in the morning.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    public bool Covers(DateTime utc, TimeZoneInfo zone) =>
        CoversTime(TimeOnly.FromDateTime(LocalTime.ToLocal(utc, zone)));

    /// <param name="time">On the wall clock.</param>
    public bool CoversTime(TimeOnly time) =>
        From <= Until ? time >= From && time < Until : time >= From || time < Until;

    /// <summary>The moment itself, or the end of the quiet hours that cover it. UTC in and out.</summary>
    public DateTime NextAllowed(DateTime utc, TimeZoneInfo zone) =>
        Covers(utc, zone) ? LocalSchedule.NextDaily(utc, Until, zone).UtcDateTime : utc;

    /// <summary>
    /// The end of the quiet hours on the day after this one: when a second mail of one day may leave. UTC in and out.
    /// </summary>
    public DateTime NextMorning(DateTime utc, TimeZoneInfo zone) =>
        LocalSchedule.At(DateOnly.FromDateTime(LocalTime.ToLocal(utc, zone)).AddDays(1), Until, zone);
}
