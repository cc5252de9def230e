using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Settings;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>The clock on the wall of the installation, for forms and pages. Everything stored is UTC.</summary>
public sealed class WallClock(InstallationOptions options)
{
    public DateTime Local(DateTime utc) => LocalTime.ToLocal(utc, options.Zone);

    /// <summary>
    /// UTC of the moment at which the local day begins that holds <paramref name="utc"/>; <paramref name="days"/>
    /// later.
    /// </summary>
    public DateTime DayStart(DateTime utc, int days = 0) =>
        LocalTime.ToUtc(Local(utc).Date.AddDays(days), options.Zone);

    /// <summary>Whole local days from now until the moment; negative when it has been.</summary>
    public int DaysUntil(DateTime utc, DateTime now) => (Local(utc).Date - Local(now).Date).Days;

    /// <summary>UTC of a typed date and time.</summary>
    /// <exception cref="DomainRuleException">The time does not exist or comes twice (F12); belongs to <paramref
    /// name="field"/>.</exception>
    public DateTime Utc(DateOnly date, TimeOnly time, string field) =>
        LocalTime.ToUtc(date.ToDateTime(time), options.Zone, field);
}
