using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>How reminders stop, move and come again when something changes.</summary>
public sealed class ReminderChangeTests
{
    [Fact]
    public void The_same_again_changes_nothing()
    {
        var guest = new RemindedGuest().Asked();
        var before = guest.Open.ToList();

        guest.Sync().Sync();

        Assert.Equal(before, guest.Open);
        Assert.Equal(2, guest.Reminders.Count);
    }

    [Fact]
    public void An_answer_stops_the_questions_and_brings_what_belongs_to_it()
    {
        var guest = new RemindedGuest().Asked().Says(RsvpAnswer.Yes);

        Assert.Equal(["WeekBefore 2026-11-26 10:00", "DayBefore 2026-12-02 10:00"], guest.Open);
        Assert.Equal(
            ["NoAnswer: Er is een ander antwoord.", "NoAnswerAgain: Er is een ander antwoord."],
            guest.Stopped
        );
        Assert.All(guest.Reminders.Where(item => !item.IsOpen), item => Assert.Equal(guest.Now, item.StoppedAt));
    }

    [Fact]
    public void Each_ja_has_its_own_reminders_also_after_one_was_mailed()
    {
        var guest = new RemindedGuest("2026-11-20 12:00").Says(RsvpAnswer.Yes);
        guest.At("2026-11-26 10:00").Mailed(ReminderKind.WeekBefore);

        guest.Says(RsvpAnswer.No).Says(RsvpAnswer.Yes);

        Assert.Equal(["DayBefore 2026-12-02 10:00"], guest.Open);
        Assert.Equal(3, guest.Reminders.Single(item => item.IsOpen).Episode);
    }

    [Fact]
    public void Who_is_asked_again_after_a_mail_was_taken_back_gets_the_questions_of_that_time()
    {
        var guest = new RemindedGuest().Asked().After(known => known.Invitation.Recall(Hand.Self, known.Now));
        Assert.Empty(guest.Open);

        guest.At("2026-11-09 12:00").Asked();

        Assert.Equal(["NoAnswer 2026-11-16 10:00", "NoAnswerAgain 2026-11-23 10:00"], guest.Open);
        Assert.All(guest.Reminders.Where(item => item.IsOpen), item => Assert.Equal(2, item.Episode));
    }

    [Fact]
    public void A_table_that_is_called_off_and_a_guest_who_leaves_the_list_stop_everything()
    {
        var off = new RemindedGuest().Says(RsvpAnswer.Yes).After(known => known.Table.Cancel(null, known.Now));
        Assert.Equal(["WeekBefore: De tafel gaat niet door.", "DayBefore: De tafel gaat niet door."], off.Stopped);

        var gone = new RemindedGuest()
            .Asked()
            .After(known => known.Invitation.Withdraw(known.Table, Hand.Self, known.Now));
        Assert.Equal(["NoAnswer: Niet meer op de lijst.", "NoAnswerAgain: Niet meer op de lijst."], gone.Stopped);
        Assert.Empty(off.Open.Concat(gone.Open));
    }

    [Fact]
    public void What_is_still_to_come_moves_with_the_table()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).MovesTo("2026-12-10 09:30");

        Assert.Equal(["WeekBefore 2026-12-03 10:00", "DayBefore 2026-12-09 10:00"], guest.Open);
        Assert.Equal(2, guest.Reminders.Count);
    }

    [Fact]
    public void A_moment_that_is_over_after_a_move_is_given_up_and_comes_again_when_the_table_moves_away()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes);

        guest.At("2026-11-20 12:00").MovesTo("2026-11-25 14:00");
        Assert.Equal(["DayBefore 2026-11-24 10:00"], guest.Open);
        Assert.Equal(["WeekBefore: De tafel is verzet; dit moment is voorbij."], guest.Stopped);

        guest.MovesTo("2026-12-03 14:00");
        Assert.Equal(["WeekBefore 2026-11-26 10:00", "DayBefore 2026-12-02 10:00"], guest.Open);
        Assert.Empty(guest.Stopped);
    }

    [Fact]
    public void What_was_mailed_comes_once_more_for_a_later_day_and_not_for_another_hour()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes);
        guest.At("2026-11-26 10:00").Mailed(ReminderKind.WeekBefore).At("2026-11-26 12:00");

        guest.MovesTo("2026-12-03 16:00");
        Assert.Equal(["DayBefore 2026-12-02 10:00"], guest.Open);

        guest.MovesTo("2026-12-10 16:00");
        Assert.Equal(["WeekBefore 2026-12-03 10:00", "DayBefore 2026-12-09 10:00"], guest.Open);
    }

    [Fact]
    public void Who_read_it_this_morning_does_not_read_it_again_the_same_day()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).At("2026-11-27 08:00");
        guest.Reminders.Single(item => item.Kind == ReminderKind.WeekBefore).DueAt = guest.Now;
        guest.Mailed(ReminderKind.WeekBefore);

        guest.At("2026-11-27 09:00").MovesTo("2026-12-04 14:00");

        Assert.Equal(["DayBefore 2026-12-03 10:00"], guest.Open);
    }

    [Fact]
    public void One_that_is_due_and_not_mailed_yet_stays_due()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).At("2026-11-26 11:00").Sync();

        Assert.Equal(["WeekBefore 2026-11-26 10:00", "DayBefore 2026-12-02 10:00"], guest.Open);
    }

    [Fact]
    public void One_that_was_put_off_until_the_morning_stays_there()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).At("2026-11-26 10:00");
        guest.Reminders.Single(item => item.Kind == ReminderKind.WeekBefore).DueAt = RemindedGuest.Utc(
            "2026-11-27 08:00"
        );

        guest.Sync();

        Assert.Equal(["WeekBefore 2026-11-27 08:00", "DayBefore 2026-12-02 10:00"], guest.Open);
    }

    [Fact]
    public void Thanks_stop_when_the_tick_goes_and_go_once()
    {
        var guest = new RemindedGuest("2026-12-03 16:00").WasThere();
        var ticked = guest.Now;
        guest.Sync(presentSince: null);
        Assert.Equal(["Thanks: Was niet bij de tafel."], guest.Stopped);

        guest.Sync(ticked);
        Assert.Equal(["Thanks 2026-12-04 10:00"], guest.Open);

        guest.At("2026-12-04 10:00").Mailed(ReminderKind.Thanks);
        guest.At("2026-12-05 12:00").WasThere();
        Assert.Empty(guest.Open);
    }
}
