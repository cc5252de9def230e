namespace Dialoogtafel.Domain.Outbox;

/// <summary>What the calendar file of a mail does with the entry in a person's calendar (RFC 5546).</summary>
public enum CalendarChange
{
    /// <summary>Makes or updates it: METHOD:REQUEST.</summary>
    Put,

    /// <summary>Takes it away: METHOD:CANCEL.</summary>
    Removed,
}
