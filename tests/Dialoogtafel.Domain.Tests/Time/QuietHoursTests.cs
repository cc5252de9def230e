using System.Globalization;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Tests.Time;

/// <summary>From eight in the evening until eight in the morning nothing leaves by itself.</summary>
public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly QuietHours Night = new(new TimeOnly(20, 0), new TimeOnly(8, 0));

    [Theory]
    // Winter: an hour ahead of UTC.
    [InlineData("2026-11-02 18:59", "2026-11-02 18:59")]
    [InlineData("2026-11-02 19:00", "2026-11-03 07:00")]
    [InlineData("2026-11-03 06:59", "2026-11-03 07:00")]
    [InlineData("2026-11-03 07:00", "2026-11-03 07:00")]
    // Summer: two hours.
    [InlineData("2026-07-01 17:59", "2026-07-01 17:59")]
    [InlineData("2026-07-01 18:00", "2026-07-02 06:00")]
    // The nights in which the clock goes back and forward: an hour longer, an hour shorter.
    [InlineData("2026-10-24 18:00", "2026-10-25 07:00")]
    [InlineData("2027-03-27 19:00", "2027-03-28 06:00")]
    public void What_is_due_in_the_night_waits_for_the_end_of_it(string due, string leaves) =>
        Assert.Equal(Utc(leaves), Night.NextAllowed(Utc(due), Zone));

    [Theory]
    [InlineData("12:59", false)]
    [InlineData("13:00", true)]
    [InlineData("14:59", true)]
    [InlineData("15:00", false)]
    public void They_may_lie_within_one_day(string time, bool covered) =>
        Assert.Equal(
            covered,
            new QuietHours(new TimeOnly(13, 0), new TimeOnly(15, 0)).CoversTime(
                TimeOnly.Parse(time, CultureInfo.InvariantCulture)
            )
        );

    [Fact]
    public void From_a_time_until_the_same_time_is_never() =>
        Assert.False(new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0)).CoversTime(new TimeOnly(8, 0)));

    [Theory]
    [InlineData("2026-11-02 12:00", "2026-11-03 07:00")]
    // In the night before the morning: the morning after the next day of the wall clock, not the coming one.
    [InlineData("2026-11-02 23:30", "2026-11-04 07:00")]
    [InlineData("2026-11-02 22:30", "2026-11-03 07:00")]
    [InlineData("2026-10-24 12:00", "2026-10-25 07:00")]
    public void A_second_mail_of_one_day_leaves_the_morning_after_that_day(string due, string leaves) =>
        Assert.Equal(Utc(leaves), Night.NextMorning(Utc(due), Zone));

    private static DateTime Utc(string utc) =>
        DateTime.Parse(
            utc,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );
}
