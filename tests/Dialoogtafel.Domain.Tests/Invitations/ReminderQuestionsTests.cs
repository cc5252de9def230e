using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>When a guest hears that the questions are ready, and is reminded of them.</summary>
public sealed class ReminderQuestionsTests
{
    private const string Waiting = "2026-11-28 10:00";

    [Fact]
    public void Three_weeks_before_the_table_the_questions_are_told_and_five_days_before_once_more() =>
        Assert.Equal(
            ["QuestionsReady 2026-11-12 10:00", $"QuestionsAgain {Waiting}"],
            About(new RemindedGuest().Says(RsvpAnswer.Yes).QuestionsReady())
        );

    [Theory]
    [InlineData("2026-11-17 15:00", "QuestionsReady 2026-11-18 10:00", $"QuestionsAgain {Waiting}")]
    [InlineData("2026-11-17 09:00", "QuestionsReady 2026-11-17 10:00", $"QuestionsAgain {Waiting}")]
    // Two days of rest between the two, or the second does not come.
    [InlineData("2026-11-25 12:00", "QuestionsReady 2026-11-26 10:00", $"QuestionsAgain {Waiting}")]
    [InlineData("2026-11-26 12:00", "QuestionsReady 2026-11-27 10:00", null)]
    // On the last day nobody is asked to prepare.
    [InlineData("2026-12-01 12:00", "QuestionsReady 2026-12-02 10:00", null)]
    [InlineData("2026-12-02 10:00", null, null)]
    public void Put_ready_later_they_are_told_at_the_next_moment(string ready, string? told, string? again) =>
        Assert.Equal(
            new[] { told, again }.OfType<string>(),
            About(new RemindedGuest().Says(RsvpAnswer.Yes).At(ready).QuestionsReady())
        );

    [Fact]
    public void Who_has_nothing_to_answer_or_is_done_hears_nothing()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).QuestionsReady();
        guest.Prepares(PreparationStanding.Done);
        Assert.Empty(About(guest));
        Assert.Contains("QuestionsAgain: De voorbereiding is klaar.", guest.Stopped);

        guest.Prepares(PreparationStanding.NotAsked);
        Assert.Empty(About(guest));
    }

    [Fact]
    public void Who_waits_for_a_chair_hears_of_them_with_the_chair()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes, chair: false).QuestionsReady();
        Assert.Empty(guest.Open);

        guest.At("2026-11-20 12:00").Says(RsvpAnswer.No).Says(RsvpAnswer.Yes);
        Assert.Equal([$"QuestionsAgain {Waiting}"], About(guest));
        Assert.Equal(guest.Now, Told(guest).QueuedAt);
    }

    [Fact]
    public void Questions_taken_away_are_not_asked_and_put_back_before_they_were_told_they_are()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).QuestionsReady();
        guest.Table.TakeQuestionsAway();
        guest.Prepares(PreparationStanding.NotAsked);
        Assert.Equal(
            ["QuestionsReady: Er staan geen vragen klaar.", "QuestionsAgain: Er staan geen vragen klaar."],
            guest.Stopped
        );

        guest.At("2026-11-05 12:00").QuestionsReady();
        Assert.Equal(["QuestionsReady 2026-11-12 10:00", $"QuestionsAgain {Waiting}"], About(guest));
    }

    [Fact]
    public void Who_is_called_about_the_questions_gets_no_mail_about_them()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).QuestionsReady();

        guest.After(known => known.Invitation.AskCall(CallReason.AnswersByPhone, null, null, known.Now));
        Assert.Empty(About(guest));
        Assert.Contains("QuestionsReady: Wij bellen over de vragen.", guest.Stopped);

        guest.After(known => known.Invitation.Called());
        Assert.Equal(2, About(guest).Count());
    }

    [Fact]
    public void A_call_about_a_move_is_about_something_else()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).QuestionsReady();

        guest.After(known => known.Invitation.AskCallAboutMove(new(known.Now, 150, "De Linde"), known.Now));

        Assert.Equal(2, About(guest).Count());
    }

    [Fact]
    public void Who_says_ja_after_the_others_were_told_has_read_it_in_the_confirmation()
    {
        var guest = new RemindedGuest().QuestionsReady().At("2026-11-13 12:00").Says(RsvpAnswer.Yes);

        Assert.Equal([$"QuestionsAgain {Waiting}"], About(guest));
        Assert.Equal(guest.Now, Told(guest).QueuedAt);
    }

    [Fact]
    public void Who_gets_a_question_later_than_the_others_is_told_at_the_next_moment()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).QuestionsReady().Prepares(PreparationStanding.NotAsked);
        guest.Reminders.Clear();

        guest.At("2026-11-14 12:00").Prepares(PreparationStanding.Waiting);

        Assert.Equal(["QuestionsReady 2026-11-15 10:00", $"QuestionsAgain {Waiting}"], About(guest));
    }

    [Fact]
    public void Who_thinks_along_after_they_were_ready_reads_them_at_once_and_is_reminded_once()
    {
        Assert.Equal([$"QuestionsAgain {Waiting}"], About(Informant("2026-11-03 12:00")));
        Assert.Equal([$"QuestionsAgain {Waiting}"], About(Informant("2026-11-26 12:00")));
        // Two days of rest here too.
        Assert.Empty(About(Informant("2026-11-27 12:00")));
    }

    [Fact]
    public void Who_thought_along_before_they_were_ready_is_told_as_everybody_else()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Contribute).After(known => known.Invitation.Called());

        guest.At("2026-11-05 12:00").QuestionsReady();

        Assert.Equal(["QuestionsReady 2026-11-12 10:00", $"QuestionsAgain {Waiting}"], About(guest));
    }

    [Theory]
    // Before the mail to all it comes by itself; from then on the confirmation says it, while it makes sense.
    [InlineData("2026-11-12 09:59", false)]
    [InlineData("2026-11-12 10:00", true)]
    [InlineData("2026-12-02 13:59", true)]
    [InlineData("2026-12-02 14:00", false)]
    public void The_confirmation_of_a_ja_says_it_when_no_mail_of_its_own_follows(string now, bool tells)
    {
        var guest = new RemindedGuest().QuestionsReady().At(now).Says(RsvpAnswer.Yes);

        Assert.Equal(tells, Tells(guest));
        guest.Prepares(PreparationStanding.Done);
        Assert.False(Tells(guest));
    }

    [Fact]
    public void A_confirmation_says_nothing_of_questions_to_who_waits_is_called_or_said_no()
    {
        var guest = new RemindedGuest().QuestionsReady().At("2026-11-13 12:00");

        Assert.False(Tells(guest.Says(RsvpAnswer.Yes, chair: false)));
        Assert.False(Tells(guest.Says(RsvpAnswer.No)));
        guest.Says(RsvpAnswer.Yes);
        guest.Invitation.AskCall(CallReason.AnswersByPhone, null, null, guest.Now);
        Assert.False(Tells(guest));
    }

    [Fact]
    public void The_confirmation_of_thinking_along_says_it_when_they_were_ready_by_then()
    {
        Assert.True(Tells(Informant("2026-11-03 12:00")));

        var early = new RemindedGuest().Says(RsvpAnswer.Contribute).After(known => known.Invitation.Called());
        Assert.False(Tells(early.At("2026-11-13 12:00").QuestionsReady()));
    }

    [Fact]
    public void What_was_told_is_not_told_again_wherever_the_table_goes()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).QuestionsReady();

        guest.At("2026-11-12 10:00").Mailed(ReminderKind.QuestionsReady).MovesTo("2027-01-21 14:00");

        Assert.Equal(["QuestionsAgain 2027-01-16 10:00"], About(guest));
    }

    [Fact]
    public void Taken_away_and_put_back_after_they_were_told_they_are_told_once_more()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).QuestionsReady();
        guest.At("2026-11-12 10:00").Mailed(ReminderKind.QuestionsReady).Sync();
        guest.Table.TakeQuestionsAway();
        guest.Prepares(PreparationStanding.NotAsked);

        guest.At("2026-11-16 12:00").QuestionsReady();

        Assert.Equal(["QuestionsReady 2026-11-17 10:00", $"QuestionsAgain {Waiting}"], About(guest));
    }

    [Fact]
    public void When_the_table_comes_nearer_they_are_told_as_soon_as_can_be()
    {
        var guest = new RemindedGuest().Says(RsvpAnswer.Yes).QuestionsReady();

        guest.At("2026-11-09 12:00").MovesTo("2026-11-26 14:00");
        Assert.Equal(["QuestionsReady 2026-11-10 10:00", "QuestionsAgain 2026-11-21 10:00"], About(guest));

        // The same change once more, later: the moment does not run away.
        guest.At("2026-11-10 10:05").Sync();
        Assert.Contains("QuestionsReady 2026-11-10 10:00", About(guest));
    }

    private static RemindedGuest Informant(string joined) =>
        new RemindedGuest()
            .QuestionsReady()
            .At(joined)
            .Says(RsvpAnswer.Contribute)
            .After(known => known.Invitation.Called());

    private static IEnumerable<string> About(RemindedGuest guest) =>
        guest.Open.Where(item => item.StartsWith("Questions", StringComparison.Ordinal));

    private static Reminder Told(RemindedGuest guest) =>
        guest.Reminders.Single(item =>
            item.Kind == ReminderKind.QuestionsReady && item.Episode == guest.Invitation.AnswerNumber
        );

    private static bool Tells(RemindedGuest guest) =>
        guest.Plan.ConfirmationTells(guest.Invitation, guest.Table, guest.Preparation, guest.Now);
}
