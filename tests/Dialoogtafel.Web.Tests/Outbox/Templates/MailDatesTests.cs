namespace Dialoogtafel.Web.Tests.Outbox.Templates;

public sealed class MailDatesTests
{
    private static readonly DateTime Moment = new(2026, 12, 3, 9, 5, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData("nl", "donderdag 3 december 2026", "09.05 uur")]
    [InlineData("en", "Thursday 3 December 2026", "09:05")]
    public void A_moment_is_written_in_words(string language, string day, string time)
    {
        Assert.Equal(day, MailDates.Day(Moment, language));
        Assert.Equal(time, MailDates.Time(Moment, language));
    }

    [Theory]
    [InlineData(150, "2,5 uur", "2.5 hours")]
    [InlineData(120, "2 uur", "2 hours")]
    [InlineData(60, "1 uur", "1 hour")]
    [InlineData(135, "2 uur en 15 minuten", "2 hours and 15 minutes")]
    [InlineData(45, "45 minuten", "45 minutes")]
    [InlineData(30, "30 minuten", "30 minutes")]
    public void A_duration_is_written_in_words(int minutes, string dutch, string english)
    {
        Assert.Equal(dutch, MailDates.Duration(TimeSpan.FromMinutes(minutes), "nl"));
        Assert.Equal(english, MailDates.Duration(TimeSpan.FromMinutes(minutes), "en"));
    }
}
