using Dialoogtafel.Web.Outbox.Smtp;

namespace Dialoogtafel.Web.Calendar;

/// <summary>The words of ours in a calendar file.</summary>
internal static class CalendarWords
{
    public const string Product = "-//Dialoogtafel//Dialoogtafel//NL";

    public static string Of(CalendarMethod method) =>
        method switch
        {
            CalendarMethod.Request => "REQUEST",
            CalendarMethod.Cancel => "CANCEL",
            CalendarMethod.Publish => "PUBLISH",
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };

    public static string StatusOf(CalendarMethod method) => method == CalendarMethod.Cancel ? "CANCELLED" : "CONFIRMED";

    /// <summary>A name for a parameter: the caret would begin an escape (RFC 6868).</summary>
    public static string Name(string? name) => OneLine.Name(name).Replace('^', ' ');
}
