using System.Globalization;
using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Mail;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// Writes one entry as an iTIP message (RFC 5545, 5546): one VEVENT, at most one attendee, times in the entry's zone with its VTIMEZONE (S24).
/// </summary>
public sealed class CalendarWriter
{
    /// <exception cref="FormatException">The organiser's or attendee's address is not valid.</exception>
    /// <exception cref="TimeZoneNotFoundException">The zone is not known on this machine.</exception>
    public CalendarPart Write(CalendarEntry entry)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(entry.ZoneId);
        var method = CalendarWords.Of(entry.Method);
        var text = new CalendarText();
        text.Line("BEGIN:VCALENDAR");
        text.Line("VERSION:2.0");
        text.Line("PRODID:" + CalendarWords.Product);
        text.Line("CALSCALE:GREGORIAN");
        text.Line("METHOD:" + method);
        ZoneWriter.Write(text, entry.ZoneId, zone, entry.Start);
        WriteEvent(text, entry, zone);
        text.Line("END:VCALENDAR");
        return new CalendarPart(method, text.ToString());
    }

    private static void WriteEvent(CalendarText text, CalendarEntry entry, TimeZoneInfo zone)
    {
        text.Line("BEGIN:VEVENT");
        text.Text("UID", entry.Uid);
        text.Line("SEQUENCE:" + entry.Sequence.ToString(CultureInfo.InvariantCulture));
        text.Line("DTSTAMP:" + Utc(entry.Stamp));
        text.Line("DTSTART" + Local(entry.Start, entry.ZoneId, zone));
        text.Line("DTEND" + Local(entry.End, entry.ZoneId, zone));
        text.Text("SUMMARY", entry.Summary);
        if (entry.Location is { } location)
            text.Text("LOCATION", location);
        if (entry.Description is { } description)
            text.Text("DESCRIPTION", description);
        text.Line("ORGANIZER" + Person(entry.Organizer, ""));
        if (entry.Method != CalendarMethod.Publish)
            text.Line("ATTENDEE" + Person(entry.Attendee, ";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE"));
        text.Line("STATUS:" + CalendarWords.StatusOf(entry.Method));
        text.Line("TRANSP:OPAQUE");
        text.Line("END:VEVENT");
    }

    private static string Person(Mailbox person, string parameters)
    {
        var name = CalendarWords.Name(person.Name);
        var cn = name.Length > 0 ? $";CN=\"{name}\"" : "";
        return $"{cn}{parameters}:mailto:{AddressForm.UriPartOf(person.Address)}";
    }

    /// <summary>A local time that comes twice (the autumn night) is written in UTC, because its local form is not clear.</summary>
    private static string Local(DateTimeOffset moment, string zoneId, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        return zone.IsAmbiguousTime(local) ? ":" + Utc(moment) : $";TZID={zoneId}:{Stamp(local)}";
    }

    private static string Utc(DateTimeOffset moment) => Stamp(moment.UtcDateTime) + "Z";

    internal static string Stamp(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
