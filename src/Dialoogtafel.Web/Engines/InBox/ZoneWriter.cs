using System.Globalization;

namespace Dialoogtafel.Web.Engines;

/// <summary>Writes a VTIMEZONE (RFC 5545 section 3.6.5).</summary>
internal static class ZoneWriter
{
    public static void Write(CalendarText text, string zoneId, TimeZoneInfo zone, DateTimeOffset around)
    {
        text.Line("BEGIN:VTIMEZONE");
        text.Line("TZID:" + zoneId);
        foreach (var observance in ZoneRules.Of(zone, around))
            WriteObservance(text, observance);
        text.Line("END:VTIMEZONE");
    }

    private static void WriteObservance(CalendarText text, Observance observance)
    {
        var kind = observance.IsDaylight ? "DAYLIGHT" : "STANDARD";
        text.Line("BEGIN:" + kind);
        text.Line("DTSTART:" + CalendarWriter.Stamp(observance.Start));
        if (observance.Yearly is { } yearly)
            text.Line(string.Create(CultureInfo.InvariantCulture,
                $"RRULE:FREQ=YEARLY;BYMONTH={yearly.Month};BYDAY={yearly.Nth}{yearly.Day.ToString()[..2].ToUpperInvariant()}"));
        text.Line("TZOFFSETFROM:" + Offset(observance.Before));
        text.Line("TZOFFSETTO:" + Offset(observance.After));
        text.Line("END:" + kind);
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
