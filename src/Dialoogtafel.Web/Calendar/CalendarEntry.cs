using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Calendar;

public enum CalendarMethod
{
    Request,
    Cancel,

    /// <summary>A file to download: for whoever holds it, so without attendee (RFC 5546 section 3.2.1).</summary>
    Publish,
}

/// <summary>
/// One gathering in one person's calendar (RFC 5545, 5546). One attendee an entry, so that no address leaks.
/// </summary>
public sealed record CalendarEntry
{
    public required CalendarMethod Method { get; init; }

    /// <summary>The same for this person and gathering for ever.</summary>
    public required string Uid { get; init; }

    /// <summary>Goes up by one when date, time or place changes; not for a change of text.</summary>
    public required int Sequence { get; init; }

    /// <summary>When this text was made, UTC.</summary>
    public required DateTimeOffset Stamp { get; init; }

    /// <summary>UTC; written in the time zone <see cref="ZoneId"/> with its VTIMEZONE.</summary>
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }

    /// <summary>IANA id, for example Europe/Amsterdam.</summary>
    public required string ZoneId { get; init; }
    public required string Summary { get; init; }
    public string? Location { get; init; }
    public string? Description { get; init; }
    public required Mailbox Organizer { get; init; }

    /// <summary>
    /// Written with PARTSTAT=ACCEPTED and RSVP=FALSE: the person already said yes on the site. Left out of a published
    /// file.
    /// </summary>
    public required Mailbox Attendee { get; init; }
}
