using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Tests.Time;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-04-03", false)] // Good Friday is a working day for most.
    [InlineData("2026-04-05", true)]
    [InlineData("2026-04-06", true)]
    [InlineData("2026-04-27", true)]
    [InlineData("2025-04-26", true)] // King's Day on a Saturday, because the 27th is a Sunday.
    [InlineData("2026-05-05", false)]
    [InlineData("2030-05-05", true)]
    [InlineData("2026-05-14", true)]
    [InlineData("2026-05-25", true)]
    [InlineData("2026-12-25", true)]
    [InlineData("2026-12-28", false)]
    [InlineData("2027-03-29", true)]
    public void Dutch_holidays_are_known(string day, bool holiday) =>
        Assert.Equal(
            holiday,
            WorkingDays.IsHoliday(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
        );

    [Fact]
    public void Five_working_days_pass_over_the_weekend_and_christmas()
    {
        Assert.Equal(new DateOnly(2026, 11, 9), WorkingDays.After(new DateOnly(2026, 11, 2), 5));
        Assert.Equal(new DateOnly(2026, 12, 30), WorkingDays.After(new DateOnly(2026, 12, 22), 5));
        Assert.Equal(new DateOnly(2026, 11, 7), WorkingDays.After(new DateOnly(2026, 11, 7), 0));
    }

    [Theory]
    // 21.30 in summer; 8.00 the next morning is winter time.
    [InlineData("2026-10-24T19:30:00Z", "2026-10-25T07:00:00Z")]
    // 21.30 in winter; 8.00 the next morning is summer time.
    [InlineData("2027-03-27T20:30:00Z", "2027-03-28T06:00:00Z")]
    [InlineData("2026-11-02T09:00:00Z", "2026-11-02T09:00:00Z")]
    [InlineData("2026-11-02T06:59:00Z", "2026-11-02T07:00:00Z")]
    public void Quiet_hours_end_at_eight_on_the_wall_clock_also_in_the_nights_when_it_moves(string at, string allowed)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        Assert.Equal(Utc(allowed), new QuietHours(new TimeOnly(20, 0), new TimeOnly(8, 0)).NextAllowed(Utc(at), zone));
    }

    private static DateTime Utc(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
