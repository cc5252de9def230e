using System.Globalization;
using Dialoogtafel.Web.Clock;

namespace Dialoogtafel.Web.Engines;

/// <summary>A rule of ours as Hangfire writes it (six fields: the first is seconds). The finest step is one second.</summary>
internal static class CronText
{
    public static string Of(ScheduleRule rule) => rule switch
    {
        ScheduleRule.Every { Pause: var pause } when pause < TimeSpan.FromMinutes(1) => Text($"*/{Math.Max(1, (int)pause.TotalSeconds)} * * * * *"),
        ScheduleRule.Every { Pause: var pause } when pause < TimeSpan.FromHours(1) => Text($"*/{(int)pause.TotalMinutes} * * * *"),
        ScheduleRule.Every { Pause: var pause } => Text($"0 */{Math.Min(23, (int)pause.TotalHours)} * * *"),
        ScheduleRule.Daily { At: var at } => Text($"{at.Minute} {at.Hour} * * *"),
        _ => throw new InvalidOperationException("A rule without an engine: " + rule.GetType().Name),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
