using System.Globalization;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Tests.Time;

public sealed class LocalScheduleTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData("2026-11-22T10:00Z", "03:00", "2026-11-23T02:00Z")] // winter
    [InlineData("2026-07-01T10:00Z", "03:00", "2026-07-02T01:00Z")] // summer
    [InlineData("2026-07-01T00:59Z", "03:00", "2026-07-01T01:00Z")]
    [InlineData("2026-07-01T01:00Z", "03:00", "2026-07-02T01:00Z")] // strictly after
    [InlineData("2026-06-30T22:30Z", "00:15", "2026-07-01T22:15Z")] // the local date is one ahead of the UTC date
    public void The_next_time_of_day_is_a_local_one(string after, string timeOfDay, string expected) =>
        Assert.Equal(Utc(expected), Next(after, timeOfDay));

    [Fact]
    public void A_time_that_comes_twice_in_the_autumn_night_counts_the_first_time_only()
    {
        Assert.Equal(Utc("2026-10-25T00:30Z"), Next("2026-10-24T12:00Z", "02:30"));
        Assert.Equal(Utc("2026-10-26T01:30Z"), Next("2026-10-25T00:30Z", "02:30"));
    }

    [Fact]
    public void A_time_that_does_not_exist_in_the_spring_night_moves_on_by_the_gap()
    {
        Assert.Equal(Utc("2027-03-28T01:30Z"), Next("2027-03-27T12:00Z", "02:30"));
        Assert.Equal(Utc("2027-03-29T00:30Z"), Next("2027-03-28T01:30Z", "02:30"));
    }

    [Theory]
    [InlineData("2026-10-25", "02:30")]
    [InlineData("2026-10-25", "03:00")]
    [InlineData("2027-03-28", "02:00")]
    [InlineData("2027-03-28", "02:30")]
    [InlineData("2027-03-28", "03:00")]
    public void Every_date_around_a_clock_change_has_exactly_one_moment(string night, string timeOfDay)
    {
        var from = Utc(night + "T00:00Z").AddDays(-2).AddHours(12);
        var until = from.AddDays(4);
        var moments = new List<DateTimeOffset>();
        for (var at = Next(from, timeOfDay); at <= until; at = Next(at, timeOfDay))
            moments.Add(at);

        var dates = moments
            .Select(at => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Amsterdam).DateTime))
            .ToList();
        Assert.Equal(4, dates.Count);
        Assert.Equal(dates.Distinct(), dates);
    }

    [Fact]
    public void A_zone_with_its_gap_at_midnight_still_has_one_moment_a_day()
    {
        var beirut = TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut");
        var first = LocalSchedule.NextDaily(Utc("2027-03-27T12:00Z"), new TimeOnly(0, 15), beirut);
        var second = LocalSchedule.NextDaily(first, new TimeOnly(0, 15), beirut);
        Assert.Equal(Utc("2027-03-27T22:15Z"), first);
        Assert.Equal(Utc("2027-03-28T21:15Z"), second);
    }

    private static DateTimeOffset Next(string after, string timeOfDay) => Next(Utc(after), timeOfDay);

    private static DateTimeOffset Next(DateTimeOffset after, string timeOfDay) =>
        LocalSchedule.NextDaily(after, TimeOnly.Parse(timeOfDay, CultureInfo.InvariantCulture), Amsterdam);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
