namespace Dialoogtafel.Domain.Time;

/// <summary>
/// Between UTC, which is stored, and the clock on the wall of the installation's time zone (Europe/Amsterdam by
/// setting).
/// </summary>
public static class LocalTime
{
    /// <summary>The wall clock at this moment.</summary>
    public static DateTime ToLocal(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    /// <summary>
    /// The moment at which the wall clock shows <paramref name="local"/>.
    /// In the night that the clock goes forward some times do not exist, in the other one they come twice: both are
    /// refused with a
    /// <see cref="DomainRuleException"/>, because nobody meets at that hour and a guess would be an hour wrong (F12).
    /// </summary>
    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone, string? field = null)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(wall))
        {
            throw new DomainRuleException(
                "Deze tijd bestaat niet: in deze nacht gaat de klok vooruit. Kies een andere tijd.",
                field
            );
        }

        if (zone.IsAmbiguousTime(wall))
        {
            throw new DomainRuleException(
                "Deze tijd komt twee keer voor: in deze nacht gaat de klok terug. Kies een andere tijd.",
                field
            );
        }

        return TimeZoneInfo.ConvertTimeToUtc(wall, zone);
    }
}
