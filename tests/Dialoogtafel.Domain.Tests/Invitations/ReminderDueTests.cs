using System.Globalization;
using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>Which reminders a guest gets and when, but for those about the questions.</summary>
public sealed class ReminderDueTests
{
    [Theory]
    // An ordinary Monday; a Saturday.
    [InlineData("2026-11-02", "2026-11-09", "2026-11-16")]
    [InlineData("2026-11-07", "2026-11-13", "2026-11-20")]
    // Both days of Christmas and New Year's Day.
    [InlineData("2026-12-21", "2026-12-29", "2027-01-06")]
    // King's Day on Tuesday 27 April and Ascension Day on 6 May; 5 May 2027 is an ordinary Wednesday.
    [InlineData("2027-04-22", "2027-04-30", "2027-05-10")]
    // King's Day on a Saturday, because the 27th is a Sunday; Liberation Day counts in a fifth year.
    [InlineData("2025-04-24", "2025-05-01", "2025-05-09")]
    public void Who_says_nothing_is_asked_after_five_working_days_and_after_five_more(
        string asked,
        string first,
        string second
    )
    {
        var table = DateOnly.Parse(asked, CultureInfo.InvariantCulture).AddDays(60);
        var guest = new RemindedGuest($"{asked} 16:00", $"{table:yyyy-MM-dd} 14:00").Asked();

        Assert.Equal([$"NoAnswer {first} 10:00", $"NoAnswerAgain {second} 10:00"], guest.Open);
    }

    [Fact]
    public void The_day_of_asking_is_a_day_of_the_wall_clock()
    {
        // It is still Sunday in UTC.
        var guest = new RemindedGuest("2026-11-02 00:30").Asked();

        Assert.Equal(["NoAnswer 2026-11-09 10:00", "NoAnswerAgain 2026-11-16 10:00"], guest.Open);
    }

    [Fact]
    public void The_number_of_working_days_is_a_setting()
    {
        var guest = new RemindedGuest(workingDays: 2).Asked();

        Assert.Equal(["NoAnswer 2026-11-04 10:00", "NoAnswerAgain 2026-11-06 10:00"], guest.Open);
    }

    [Fact]
    public void Ten_o_clock_stays_ten_o_clock_when_the_clock_goes_back()
    {
        var guest = new RemindedGuest("2026-10-23 16:00").Asked();
        Assert.Equal(new DateTime(2026, 10, 30, 9, 0, 0), guest.Reminders[0].DueAt);

        var table = new RemindedGuest("2026-10-01 16:00", "2026-10-29 14:00").Says(RsvpAnswer.Yes);
        Assert.Equal(["WeekBefore 2026-10-22 10:00", "DayBefore 2026-10-28 10:00"], table.Open);
        Assert.Equal(new DateTime(2026, 10, 22, 8, 0, 0), table.Reminders[0].DueAt);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-12-03 14:00", "NoAnswer 2026-11-30 10:00")]
    [InlineData("2026-11-24", "2026-12-03 14:00", "NoAnswer 2026-12-01 10:00")]
    [InlineData("2026-11-24", "2026-12-03 10:00", null)]
    [InlineData("2026-11-25", "2026-12-03 14:00", null)]
    public void Two_days_before_the_table_nobody_is_asked_by_mail_any_more(string asked, string start, string? due)
    {
        var guest = new RemindedGuest($"{asked} 12:00", start).Asked();

        Assert.Equal(due is null ? [] : [due], guest.Open);
    }

    [Fact]
    public void Who_does_not_know_yet_is_asked_on_the_day_that_they_named_whatever_the_hour()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Maybe).KnowsOn("2026-11-11 15:45");

        Assert.Equal(["KnowsNow 2026-11-11 10:00"], guest.Open);
    }

    [Fact]
    public void Who_does_not_know_yet_and_names_no_day_is_asked_a_week_later() =>
        Assert.Equal(["KnowsNow 2026-11-09 10:00"], new RemindedGuest().Asked().Says(RsvpAnswer.Maybe).Open);

    [Fact]
    public void Who_would_rather_be_called_gets_no_question() =>
        Assert.Empty(
            new RemindedGuest()
                .Says(RsvpAnswer.Maybe)
                .After(guest => guest.Invitation.KnowsLater(KnowsWhen.CallMe, guest.Now, guest.Now))
                .Open
        );

    [Theory]
    [InlineData("2026-12-01 09:00", true)]
    [InlineData("2026-12-02 09:00", false)]
    public void A_named_day_shortly_before_the_table_is_a_call(string until, bool asked) =>
        Assert.Equal(asked, new RemindedGuest().Says(RsvpAnswer.Maybe).KnowsOn(until).Open.Any());

    [Fact]
    public void Who_comes_gets_two_practical_mails() =>
        Assert.Equal(
            ["WeekBefore 2026-11-26 10:00", "DayBefore 2026-12-02 10:00"],
            new RemindedGuest().Says(RsvpAnswer.Yes).Open
        );

    [Theory]
    [InlineData("2026-11-26 09:59", "WeekBefore 2026-11-26 10:00", "DayBefore 2026-12-02 10:00")]
    [InlineData("2026-11-26 10:00", "DayBefore 2026-12-02 10:00", null)]
    [InlineData("2026-12-02 10:00", null, null)]
    public void A_late_joiner_reads_in_the_confirmation_what_has_been_due(string now, string? first, string? second) =>
        Assert.Equal(new[] { first, second }.OfType<string>(), new RemindedGuest(now).Says(RsvpAnswer.Yes).Open);

    [Fact]
    public void Without_a_chair_after_another_answer_or_before_any_nothing_comes_by_itself()
    {
        Assert.Empty(new RemindedGuest().Sync().Reminders);
        Assert.Empty(new RemindedGuest().Says(RsvpAnswer.Yes, chair: false).Reminders);
        Assert.Empty(new RemindedGuest().Says(RsvpAnswer.No).Reminders);
        Assert.Empty(new RemindedGuest().Says(RsvpAnswer.Contribute).Reminders);
        Assert.Empty(new RemindedGuest().Says(RsvpAnswer.Substitute).Reminders);
    }

    [Fact]
    public void A_table_without_a_date_reminds_nobody() =>
        Assert.Empty(new RemindedGuest(start: null).Asked().Says(RsvpAnswer.Yes).Reminders);

    [Theory]
    // At the table itself; days later, after ten and before ten; on the last day that thanks make sense.
    [InlineData("2026-12-03 16:00", "Thanks 2026-12-04 10:00")]
    [InlineData("2026-12-08 11:00", "Thanks 2026-12-09 10:00")]
    [InlineData("2026-12-08 09:00", "Thanks 2026-12-08 10:00")]
    [InlineData("2026-12-17 09:00", "Thanks 2026-12-17 10:00")]
    [InlineData("2026-12-17 10:30", null)]
    public void Who_was_there_is_thanked_the_day_after_or_at_the_next_moment_after_the_tick(
        string ticked,
        string? thanks
    )
    {
        var guest = new RemindedGuest(ticked).WasThere();

        Assert.Equal(thanks is null ? [] : [thanks], guest.Open);
    }

    [Fact]
    public void Who_left_the_list_or_sat_at_a_table_that_was_called_off_is_not_thanked()
    {
        var gone = new RemindedGuest();
        gone.Invitation.Withdraw(gone.Table, Hand.Self, gone.Now);
        Assert.Empty(gone.At("2026-12-03 16:00").WasThere().Open);

        var off = new RemindedGuest();
        off.Table.Cancel(null, off.Now);
        Assert.Empty(off.At("2026-12-03 16:00").WasThere().Open);
    }

    [Theory]
    // Of a table on 3 December at 14.00: the last minute that it is true, and the first that it is not.
    [InlineData(ReminderKind.NoAnswer, "2026-12-01 13:59", "2026-12-01 14:00")]
    [InlineData(ReminderKind.NoAnswerAgain, "2026-12-01 13:59", "2026-12-01 14:00")]
    [InlineData(ReminderKind.KnowsNow, "2026-12-01 13:59", "2026-12-01 14:00")]
    [InlineData(ReminderKind.WeekBefore, "2026-12-01 13:59", "2026-12-01 14:00")]
    [InlineData(ReminderKind.DayBefore, "2026-12-03 13:59", "2026-12-03 14:00")]
    [InlineData(ReminderKind.QuestionsReady, "2026-12-02 13:59", "2026-12-02 14:00")]
    [InlineData(ReminderKind.QuestionsAgain, "2026-12-02 13:59", "2026-12-02 14:00")]
    [InlineData(ReminderKind.Thanks, "2026-12-17 13:59", "2026-12-17 14:00")]
    public void A_reminder_is_true_until_a_moment_of_its_own(ReminderKind kind, string last, string late)
    {
        var start = RemindedGuest.Utc("2026-12-03 14:00");

        Assert.False(kind.IsStale(start, RemindedGuest.Utc(last)));
        Assert.True(kind.IsStale(start, RemindedGuest.Utc(late)));
        Assert.False(kind.IsStale(null, RemindedGuest.Utc(late)));
    }
}
