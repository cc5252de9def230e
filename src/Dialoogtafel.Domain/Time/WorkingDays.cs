namespace Dialoogtafel.Domain.Time;

/// <summary>
/// Werkdagen: Monday to Friday without the Dutch public holidays (New Year, Easter Monday, King's Day, Liberation Day
/// in every fifth year, Ascension Day, Whit Monday, both days of Christmas). A reminder that counts in working days
/// does not press people over a holiday.
/// </summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>
    /// The day that lies this many working days after <paramref name="day"/>; itself always a working day for a number
    /// above zero.
    /// </summary>
    public static DateOnly After(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                workingDays--;
            }
        }

        return day;
    }

    public static bool IsHoliday(DateOnly day)
    {
        var easter = Easter(day.Year);
        return (day.Month, day.Day) is (1, 1) or (12, 25) or (12, 26)
            || ((day.Month, day.Day) is (5, 5) && day.Year % 5 == 0)
            || day == KingsDay(day.Year)
            || day == easter
            || day == easter.AddDays(1)
            || day == easter.AddDays(39)
            || day == easter.AddDays(49)
            || day == easter.AddDays(50);
    }

    /// <summary>27 April; the day before when that is a Sunday.</summary>
    private static DateOnly KingsDay(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Butcher's rule).</summary>
    private static DateOnly Easter(int year)
    {
        int golden = year % 19,
            century = year / 100,
            rest = year % 100;
        int epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        int weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        int correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        int total = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, total / 31, (total % 31) + 1);
    }
}
