using System.Globalization;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// Writes a VTIMEZONE (RFC 5545 section 3.6.5) from what the zone does around a moment. A yearly rule that fits several years is written as
/// RRULE with an old DTSTART, the form that every calendar program reads; transitions that fit no rule are written one by one.
/// </summary>
internal static class ZoneWriter
{
    private const int RuleStartYear = 1970;
    private const int YearsThatMustFit = 4;

    private sealed record Transition(DateTime Local, TimeSpan Before, TimeSpan After);

    public static void Write(CalendarText text, string zoneId, TimeZoneInfo zone, DateTimeOffset around)
    {
        text.Line("BEGIN:VTIMEZONE");
        text.Line("TZID:" + zoneId);
        var year = around.UtcDateTime.Year;
        var years = Enumerable.Range(year, YearsThatMustFit).Select(each => TransitionsIn(each, zone)).ToList();
        var isYearly = years.All(each => each.Count == years[0].Count);
        var rules = isYearly ? years[0].Select((_, i) => RuleOf([.. years.Select(each => each[i])])).ToList() : [];

        if (isYearly && years[0].Count == 0)
        {
            var offset = zone.GetUtcOffset(around);
            WriteObservance(text, new Transition(new DateTime(RuleStartYear, 1, 1), offset, offset), null);
        }
        else if (isYearly && rules.All(rule => rule is not null))
        {
            foreach (var (transition, rule) in years[0].Zip(rules))
                WriteObservance(text, AtRuleStart(transition, rule!.Value), rule);
        }
        else
        {
            foreach (var transition in TransitionsIn(year - 1, zone).Concat(years.SelectMany(each => each)))
                WriteObservance(text, transition, null);
        }
        text.Line("END:VTIMEZONE");
    }

    private static void WriteObservance(CalendarText text, Transition transition, (int Month, int Nth, DayOfWeek Day)? rule)
    {
        var kind = transition.After > transition.Before ? "DAYLIGHT" : "STANDARD";
        text.Line("BEGIN:" + kind);
        text.Line("DTSTART:" + CalendarWriter.Stamp(transition.Local));
        if (rule is { } yearly)
            text.Line(string.Create(CultureInfo.InvariantCulture,
                $"RRULE:FREQ=YEARLY;BYMONTH={yearly.Month};BYDAY={yearly.Nth}{yearly.Day.ToString()[..2].ToUpperInvariant()}"));
        text.Line("TZOFFSETFROM:" + Offset(transition.Before));
        text.Line("TZOFFSETTO:" + Offset(transition.After));
        text.Line("END:" + kind);
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);

    /// <summary>The moments of a year at which the offset changes, on the wall clock before the change.</summary>
    private static List<Transition> TransitionsIn(int year, TimeZoneInfo zone)
    {
        var found = new List<Transition>();
        var day = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (; day.Year == year; day = day.AddDays(1))
        {
            var (low, high) = (day, day.AddDays(1));
            if (zone.GetUtcOffset(low) == zone.GetUtcOffset(high))
                continue;
            while (high - low > TimeSpan.FromSeconds(1))
            {
                var middle = low + TimeSpan.FromSeconds(Math.Floor((high - low).TotalSeconds / 2));
                (low, high) = zone.GetUtcOffset(middle) == zone.GetUtcOffset(day) ? (middle, high) : (low, middle);
            }
            found.Add(new Transition(high + zone.GetUtcOffset(day), zone.GetUtcOffset(day), zone.GetUtcOffset(high)));
        }
        return found;
    }

    /// <summary>"The last Sunday of March" (Nth -1), or "the second Sunday of March", when every year agrees.</summary>
    private static (int Month, int Nth, DayOfWeek Day)? RuleOf(IReadOnlyList<Transition> years)
    {
        var first = years[0].Local;
        if (years.Any(each => each.Local.TimeOfDay != first.TimeOfDay || each.Before != years[0].Before || each.After != years[0].After))
            return null;
        foreach (var nth in new[] { -1, 1, 2, 3, 4 })
            if (years.All(each => each.Local.Date == NthDay(each.Local.Year, first.Month, nth, first.DayOfWeek)))
                return (first.Month, nth, first.DayOfWeek);
        return null;
    }

    private static Transition AtRuleStart(Transition transition, (int Month, int Nth, DayOfWeek Day) rule) =>
        transition with { Local = NthDay(RuleStartYear, rule.Month, rule.Nth, rule.Day) + transition.Local.TimeOfDay };

    private static DateTime NthDay(int year, int month, int nth, DayOfWeek day)
    {
        if (nth < 0)
        {
            var last = new DateTime(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - (int)day + 7) % 7));
        }
        var first = new DateTime(year, month, 1);
        return first.AddDays((((int)day - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }
}
