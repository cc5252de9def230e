using System.Globalization;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Tests.Outbox;

/// <summary>
/// Invitations meant for Monday 9 November 2026, 14.00; quiet from 20.00 to 8.00. Times in the tests are of the wall
/// clock in Amsterdam.
/// </summary>
public sealed class OneUnaskedMailTests
{
    private const int Anna = 1;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly OneUnaskedMail Rule = new(new QuietHours(new TimeOnly(20, 0), new TimeOnly(8, 0)), Zone);
    private static readonly DateTime Start = At("2026-12-03 14:00");
    private static readonly DateTime Leaves = At("2026-11-09 14:00");

    [Fact]
    public void Nothing_that_day_and_the_invitation_leaves_as_meant()
    {
        var plan = Rule.Plan([Mail(MailState.Sent, "2026-11-08 14:00")], Leaves, Start);

        Assert.Null(plan.For(Anna));
        Assert.Empty(plan.GiveWay);
    }

    [Theory]
    [InlineData(MailState.Sent, true)]
    [InlineData(MailState.Sending, true)]
    [InlineData(MailState.Uncertain, true)]
    [InlineData(MailState.Queued, false)]
    public void A_mail_of_that_day_makes_it_wait_for_the_morning(MailState state, bool left)
    {
        var plan = Rule.Plan([Mail(state, "2026-11-09 10:00")], Leaves, Start);

        Assert.Equal(new Turn(At("2026-11-10 08:00"), left), plan.Waiting[Anna]);
    }

    [Fact]
    public void Two_full_days_make_it_wait_for_the_third()
    {
        var plan = Rule.Plan(
            [Mail(MailState.Sent, "2026-11-09 10:00"), Mail(MailState.Queued, "2026-11-10 10:00")],
            Leaves,
            Start
        );

        Assert.Equal(At("2026-11-11 08:00"), plan.For(Anna));
    }

    [Fact]
    public void A_mail_that_keeps_quiet_and_waits_at_night_counts_for_the_morning_after()
    {
        var quiet = Mail(MailState.Queued, "2026-11-08 23:00", keepsQuiet: true);
        var loud = Mail(MailState.Queued, "2026-11-08 23:00");

        Assert.Equal(At("2026-11-10 08:00"), Rule.Plan([quiet], Leaves, Start).For(Anna));
        Assert.Null(Rule.Plan([loud], Leaves, Start).For(Anna));
    }

    [Fact]
    public void A_reminder_that_can_wait_gives_way_and_comes_the_morning_after()
    {
        var reminder = Reminding(ReminderKind.NoAnswer, "2026-11-09 10:00");

        var plan = Rule.Plan([reminder], Leaves, Start);

        Assert.Null(plan.For(Anna));
        Assert.Equal(new GivesWay(reminder, At("2026-11-10 08:00")), Assert.Single(plan.GiveWay));
    }

    [Fact]
    public void A_reminder_that_would_be_too_late_goes_first()
    {
        // The day before a table that begins before the quiet hours end: it cannot wait for them.
        var reminder = Reminding(ReminderKind.DayBefore, "2026-11-09 10:00") with
        {
            TableStart = At("2026-11-10 08:00"),
        };

        var plan = Rule.Plan([reminder], Leaves, Start);

        Assert.Equal(At("2026-11-10 08:00"), plan.For(Anna));
        Assert.Empty(plan.GiveWay);
    }

    [Fact]
    public void An_invitation_that_would_wait_until_its_table_has_begun_leaves_all_the_same()
    {
        var sent = Mail(MailState.Sent, "2026-11-09 10:00");

        Assert.Null(Rule.Plan([sent], Leaves, At("2026-11-10 08:00")).For(Anna));
        Assert.NotNull(Rule.Plan([sent], Leaves, At("2026-11-10 08:01")).For(Anna));
    }

    [Fact]
    public void What_one_person_got_stops_nobody_else()
    {
        var plan = Rule.Plan([Mail(MailState.Sent, "2026-11-09 10:00") with { Person = 2 }], Leaves, Start);

        Assert.Equal([2], plan.Waiting.Keys);
    }

    [Theory]
    [InlineData(true, "2026-11-10 08:00", true)]
    [InlineData(false, "2026-11-10 08:00", false)]
    [InlineData(false, "2026-11-10 08:01", true)]
    [InlineData(false, null, true)]
    public void A_second_mail_waits_for_the_morning_unless_it_would_be_too_late_then(
        bool keepsQuiet,
        string? stale,
        bool waits
    )
    {
        var mail = Row(keepsQuiet, stale);

        Assert.Equal(waits, Rule.PutOff(mail, Leaves));
        Assert.Equal(waits ? At("2026-11-10 08:00") : default, mail.NextAt);
    }

    [Fact]
    public void A_day_is_one_of_the_wall_clock()
    {
        Assert.Equal(At("2026-11-09 00:00"), Rule.DayStart(At("2026-11-09 00:00")));
        Assert.Equal(At("2026-11-09 00:00"), Rule.DayStart(At("2026-11-09 23:59")));
    }

    private static UnaskedMail Mail(MailState state, string at, bool keepsQuiet = false) =>
        new(Guid.NewGuid(), Anna, state, At(at), keepsQuiet);

    private static UnaskedMail Reminding(ReminderKind kind, string at) =>
        Mail(MailState.Queued, at, keepsQuiet: true) with
        {
            Reminder = new Reminder
            {
                Kind = kind,
                Episode = 1,
                DueAt = At(at),
            },
            TableStart = Start,
        };

    private static OutgoingMail Row(bool keepsQuiet, string? stale) =>
        new()
        {
            Id = Guid.NewGuid(),
            Key = "k",
            Kind = "proef",
            Recipient = "anna@voorbeeld.example",
            MessageId = "m",
            QueuedAt = Leaves,
            KeepsQuiet = keepsQuiet,
            StaleAt = stale is null ? null : At(stale),
        };

    private static DateTime At(string wall) =>
        TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(wall, CultureInfo.InvariantCulture), Zone);
}
