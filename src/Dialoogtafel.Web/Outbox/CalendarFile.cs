using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox;

/// <summary>The calendar file of one mail and what it does with the entry.</summary>
public sealed record CalendarFile(CalendarChange Change, CalendarPart Part);
