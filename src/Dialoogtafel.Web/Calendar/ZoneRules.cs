namespace Dialoogtafel.Web.Calendar;

/// <summary>"The last Sunday of March" (<paramref name="Nth"/> -1), or "the second Sunday of March".</summary>
internal sealed record YearlyDay(int Month, int Nth, DayOfWeek Day);

/// <summary>
/// One part of a VTIMEZONE: from <paramref name="Start"/>, on the wall clock before the change, the offset is <paramref
/// name="After"/>.
/// </summary>
/// <param name="Yearly">Comes back every year on this day; null: this once.</param>
internal sealed record Observance(DateTime Start, TimeSpan Before, TimeSpan After, YearlyDay? Yearly)
{
    public bool IsDaylight => After > Before;
}

/// <summary>
/// What a zone does around a moment, ready for a VTIMEZONE (RFC 5545 section 3.6.5). A yearly rule that fits several
/// years begins long ago, the form that every calendar program reads; changes that fit no rule stand one by one.
/// </summary>
internal static class ZoneRules
{
    private const int RuleStartYear = 1970;
    private const int YearsThatMustFit = 4;

    public static IReadOnlyList<Observance> Of(TimeZoneInfo zone, DateTimeOffset around)
    {
        var year = around.UtcDateTime.Year;
        var years = Enumerable.Range(year, YearsThatMustFit).Select(each => ChangesIn(each, zone)).ToList();
        var isYearly = years.All(each => each.Count == years[0].Count);
        if (isYearly && years[0].Count == 0)
        {
            var offset = zone.GetUtcOffset(around);
            return [new Observance(new DateTime(RuleStartYear, 1, 1), offset, offset, null)];
        }

        var rules = isYearly ? years[0].Select((_, i) => RuleOf([.. years.Select(each => each[i])])).ToList() : [];
        return isYearly && rules.All(rule => rule is not null)
            ? [.. years[0].Zip(rules, (change, rule) => AtRuleStart(change, rule!))]
            : [.. ChangesIn(year - 1, zone).Concat(years.SelectMany(each => each))];
    }

    /// <summary>The moments of a year at which the offset changes.</summary>
    private static List<Observance> ChangesIn(int year, TimeZoneInfo zone)
    {
        var found = new List<Observance>();
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
            // On a wall clock, which is of no kind: a kind would make some writers say UTC.
            found.Add(
                new Observance(
                    DateTime.SpecifyKind(high + zone.GetUtcOffset(day), DateTimeKind.Unspecified),
                    zone.GetUtcOffset(day),
                    zone.GetUtcOffset(high),
                    null
                )
            );
        }
        return found;
    }

    /// <summary>The day of the year that these changes share, when every year agrees.</summary>
    private static YearlyDay? RuleOf(IReadOnlyList<Observance> years)
    {
        var first = years[0].Start;
        if (
            years.Any(each =>
                each.Start.TimeOfDay != first.TimeOfDay
                || each.Before != years[0].Before
                || each.After != years[0].After
            )
        )
            return null;
        foreach (var nth in new[] { -1, 1, 2, 3, 4 })
            if (years.All(each => each.Start.Date == NthDay(each.Start.Year, first.Month, nth, first.DayOfWeek)))
                return new YearlyDay(first.Month, nth, first.DayOfWeek);
        return null;
    }

    private static Observance AtRuleStart(Observance change, YearlyDay rule) =>
        change with
        {
            Start = NthDay(RuleStartYear, rule.Month, rule.Nth, rule.Day) + change.Start.TimeOfDay,
            Yearly = rule,
        };

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
