using System.Globalization;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>Dates, times and durations in words. Times are local already: the caller converts from UTC.</summary>
public static class MailDates
{
    public static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"donderdag 3 december 2026" or "Thursday 3 December 2026".</summary>
    public static string Day(DateOnly day, string language) => day.ToString("dddd d MMMM yyyy", Culture(language));

    /// <inheritdoc cref="Day(DateOnly, string)"/>
    public static string Day(DateTime local, string language) => Day(DateOnly.FromDateTime(local), language);

    /// <summary>"14.00 uur" or "14:00".</summary>
    public static string Time(TimeOnly time, string language) =>
        language == "en" ? time.ToString("HH':'mm", English) : time.ToString("HH'.'mm' uur'", Dutch);

    /// <inheritdoc cref="Time(TimeOnly, string)"/>
    public static string Time(DateTime local, string language) => Time(TimeOnly.FromDateTime(local), language);

    /// <summary>
    /// "2,5 uur", "2 uur en 15 minuten" or "45 minuten"; in English "2.5 hours" and so on. Rounded to whole minutes.
    /// </summary>
    public static string Duration(TimeSpan duration, string language)
    {
        var minutes = (int)Math.Round(duration.TotalMinutes);
        var (hours, rest) = (minutes / 60, minutes % 60);
        return rest switch
        {
            0 => Hours(hours, language),
            30 when hours > 0 => Hours(hours + 0.5, language),
            _ when hours == 0 => Minutes(rest, language),
            _ => $"{Hours(hours, language)} {(language == "en" ? "and" : "en")} {Minutes(rest, language)}",
        };
    }

    private static string Hours(double hours, string language) =>
        language == "en"
            ? string.Create(English, $"{hours:0.#} {(hours == 1 ? "hour" : "hours")}")
            : string.Create(Dutch, $"{hours:0.#} uur");

    private static string Minutes(int minutes, string language) =>
        language == "en"
            ? string.Create(English, $"{minutes} {(minutes == 1 ? "minute" : "minutes")}")
            : string.Create(Dutch, $"{minutes} {(minutes == 1 ? "minuut" : "minuten")}");

    internal static CultureInfo Culture(string language) => language == "en" ? English : Dutch;
}
