using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Web.Options;

/// <summary>The clock on the wall of the installation, for forms, pages and mails. Everything stored is UTC.</summary>
public sealed class WallClock(TimeZoneInfo zone)
{
    public DateTime Local(DateTime utc) => LocalTime.ToLocal(utc, zone);

    public DateTime? Local(DateTime? utc) => utc is { } known ? Local(known) : null;

    public DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>
    /// UTC of the moment at which the local day begins that holds <paramref name="utc"/>; <paramref name="days"/>
    /// later.
    /// </summary>
    public DateTime DayStart(DateTime utc, int days = 0) =>
        LocalSchedule.At(Day(utc).AddDays(days), TimeOnly.MinValue, zone);

    /// <summary>Whole local days from now until the moment; negative when it has been.</summary>
    public int DaysUntil(DateTime utc, DateTime now) => Day(utc).DayNumber - Day(now).DayNumber;

    /// <summary>UTC of a typed date and time.</summary>
    /// <exception cref="DomainRuleException">The time does not exist or comes twice (F12); belongs to <paramref
    /// name="field"/>.</exception>
    public DateTime Utc(DateOnly date, TimeOnly time, string field) =>
        LocalTime.ToUtc(date.ToDateTime(time), zone, field);
}
