using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Dialoogtafel.Web.Calendar;

/// <summary>
/// Writes one entry as an iTIP message (RFC 5545, 5546) with Ical.Net: one VEVENT, at most one attendee, times in the
/// entry's zone with its VTIMEZONE (S24).
/// </summary>
public sealed class CalendarWriter
{
    /// <exception cref="FormatException">The organiser's or attendee's address is not valid.</exception>
    /// <exception cref="TimeZoneNotFoundException">The zone is not known on this machine.</exception>
    public CalendarPart Write(CalendarEntry entry)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(entry.ZoneId);
        var calendar = new Ical.Net.Calendar
        {
            Method = CalendarWords.Of(entry.Method),
            ProductId = CalendarWords.Product,
            Scale = "GREGORIAN",
        };
        calendar.AddChild(ZoneOf(entry, zone));
        calendar.Events.Add(EventOf(entry, zone));
        var text = new CalendarSerializer().SerializeToString(calendar)
            ?? throw new FormatException("An empty calendar.");
        return new CalendarPart(calendar.Method, CalendarText.FoldAgain(text));
    }

    private static CalendarEvent EventOf(CalendarEntry entry, TimeZoneInfo zone)
    {
        var item = new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            DtStamp = Utc(entry.Stamp),
            DtStart = Local(entry.Start, entry.ZoneId, zone),
            DtEnd = Local(entry.End, entry.ZoneId, zone),
            Summary = OneLine.Lines(entry.Summary),
            Status = CalendarWords.StatusOf(entry.Method),
            Transparency = "OPAQUE",
            Organizer = new Organizer { Value = UriOf(entry.Organizer), CommonName = NameOf(entry.Organizer) },
        };
        if (entry.Location is { } location)
            item.Location = OneLine.Lines(location);
        if (entry.Description is { } description)
            item.Description = OneLine.Lines(description);
        if (entry.Method != CalendarMethod.Publish)
            item.Attendees.Add(
                new Attendee
                {
                    Value = UriOf(entry.Attendee),
                    CommonName = NameOf(entry.Attendee),
                    Role = "REQ-PARTICIPANT",
                    ParticipationStatus = "ACCEPTED",
                    Rsvp = false,
                }
            );
        return item;
    }

    private static VTimeZone ZoneOf(CalendarEntry entry, TimeZoneInfo zone)
    {
        var written = new VTimeZone();
        written.Properties.Set("TZID", entry.ZoneId);
        foreach (var observance in ZoneRules.Of(zone, entry.Start))
        {
            var part = new VTimeZoneInfo
            {
                Name = observance.IsDaylight ? "DAYLIGHT" : "STANDARD",
                Start = new CalDateTime(observance.Start),
                OffsetFrom = new UtcOffset(observance.Before),
                OffsetTo = new UtcOffset(observance.After),
            };
            if (observance.Yearly is { } yearly)
                part.RecurrenceRule = new RecurrenceRule(Ical.Net.FrequencyType.Yearly)
                {
                    ByMonth = [yearly.Month],
                    ByDay = [new WeekDay(yearly.Day, yearly.Nth)],
                };
            written.AddChild(part);
        }
        return written;
    }

    private static Uri UriOf(Mailbox person) => new("mailto:" + AddressForm.UriPartOf(person.Address));

    private static string? NameOf(Mailbox person) =>
        CalendarWords.Name(person.Name) is { Length: > 0 } name ? name : null;

    /// <summary>
    /// A local time that comes twice (the autumn night) is written in UTC, because its local form is not clear.
    /// </summary>
    private static CalDateTime Local(DateTimeOffset moment, string zoneId, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        return zone.IsAmbiguousTime(local) ? Utc(moment) : new CalDateTime(local, zoneId);
    }

    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime);
}
