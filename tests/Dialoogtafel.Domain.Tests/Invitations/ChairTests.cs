using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>How a guest gets a chair, gives it back, is asked, taken back and taken off the list.</summary>
public sealed class ChairTests
{
    private readonly InvitedGuest guest = new();

    private Invitation Invitation => guest.Invitation;

    [Fact]
    public void A_chair_that_came_free_ends_the_waiting_and_is_confirmed_by_a_mail_of_its_own()
    {
        guest.Says(RsvpAnswer.Yes, chair: false).At(guest.Now.AddDays(1));

        Invitation.GiveChair(InvitedGuest.Seats(1), "  want het kan ", InvitedGuest.Petra, guest.Now);

        Assert.Equal((InvitationState.Yes, guest.Now, 2), (guest.State, Invitation.SeatedAt, Invitation.AnswerNumber));
        // A chair below the maximum needs no reason, and keeps none.
        Assert.Equal((null, null), (Invitation.SeatReason, Invitation.CallBefore));
        Assert.Equal(2, Invitation.History.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void Above_the_maximum_a_chair_needs_a_reason(string? reason)
    {
        guest.Says(RsvpAnswer.Yes, chair: false);

        var refusal = Assert.Throws<DomainRuleException>(() =>
            Invitation.GiveChair(InvitedGuest.Seats(0), reason, InvitedGuest.Petra, guest.Now)
        );
        Assert.Equal((nameof(Invitation.SeatReason), InvitationState.Waiting), (refusal.Field, guest.State));

        Invitation.GiveChair(InvitedGuest.Seats(0), " haar stem ontbreekt ", InvitedGuest.Petra, guest.Now);
        Assert.Equal((InvitationState.Yes, "haar stem ontbreekt"), (guest.State, Invitation.SeatReason));
        guest.Says(RsvpAnswer.No);
        Assert.Null(Invitation.SeatReason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(RsvpAnswer.Yes)]
    [InlineData(RsvpAnswer.Maybe)]
    [InlineData(RsvpAnswer.No)]
    public void Only_who_waits_is_given_a_chair(RsvpAnswer? answer)
    {
        if (answer is { } said)
        {
            guest.Says(said);
        }

        Assert.Throws<DomainRuleException>(() =>
            Invitation.GiveChair(InvitedGuest.Seats(1), "graag", InvitedGuest.Petra, guest.Now)
        );
    }

    [Theory]
    [InlineData(RsvpAnswer.No)]
    [InlineData(RsvpAnswer.Maybe)]
    [InlineData(RsvpAnswer.Contribute)]
    [InlineData(RsvpAnswer.Substitute)]
    public void Another_answer_gives_the_chair_back_and_a_ja_or_the_team_closes_that(RsvpAnswer answer)
    {
        guest.Says(RsvpAnswer.Yes).At(guest.Now.AddDays(1)).Says(answer);
        var given = guest.Now;
        Assert.Equal((null, given), (Invitation.SeatedAt, Invitation.ChairGivenBackAt));

        // A further answer that is no ja leaves it as it was.
        guest.At(given.AddDays(1)).Says(answer == RsvpAnswer.No ? RsvpAnswer.Maybe : RsvpAnswer.No);
        Assert.Equal(given, Invitation.ChairGivenBackAt);
        Invitation.CancellationSettled();
        Assert.Null(Invitation.ChairGivenBackAt);

        guest.Says(RsvpAnswer.Yes).Says(answer).Says(RsvpAnswer.Yes);
        Assert.Null(Invitation.ChairGivenBackAt);
    }

    [Fact]
    public void Who_had_no_chair_gives_none_back()
    {
        guest.At(InvitedGuest.Start.AddDays(-1)).Says(RsvpAnswer.Yes, chair: false).Says(RsvpAnswer.No);

        Assert.Equal((null, null), (Invitation.ChairGivenBackAt, Invitation.LateCancelledAt));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Seven_days_before_the_table_or_later_a_chair_comes_back_late(int minutes, bool late)
    {
        var moment = InvitedGuest.Start.AddDays(-7).AddMinutes(minutes);
        guest.Says(RsvpAnswer.Yes).At(moment).Says(RsvpAnswer.No);
        Assert.Equal(late ? moment : null, Invitation.LateCancelledAt);

        var left = new InvitedGuest().Says(RsvpAnswer.Yes).At(moment);
        left.Invitation.Withdraw(left.Table, InvitedGuest.Petra, moment);
        Assert.Equal(
            (late ? moment : null, moment, null),
            (left.Invitation.LateCancelledAt, left.Invitation.ChairGivenBackAt, left.Invitation.SeatedAt)
        );
    }

    [Fact]
    public void A_late_cancellation_is_over_after_another_answer()
    {
        guest.Says(RsvpAnswer.Yes).At(InvitedGuest.Start.AddDays(-2)).Says(RsvpAnswer.No).Says(RsvpAnswer.Maybe);

        Assert.Null(Invitation.LateCancelledAt);
        Assert.NotNull(Invitation.ChairGivenBackAt);
    }

    [Fact]
    public void After_the_start_nobody_cancels_late_by_being_taken_off_the_list()
    {
        guest.Says(RsvpAnswer.Yes).At(InvitedGuest.Start);

        Invitation.Withdraw(guest.Table, InvitedGuest.Petra, guest.Now);

        Assert.Null(Invitation.LateCancelledAt);
    }

    [Fact]
    public void Leaving_the_list_is_one_step_in_the_row_of_answers_however_often_it_is_said()
    {
        guest.Says(RsvpAnswer.Maybe);
        var first = guest.Now;
        Invitation.Withdraw(guest.Table, InvitedGuest.Petra, first);
        Invitation.Withdraw(guest.Table, InvitedGuest.Petra, first.AddDays(1));

        Assert.Equal((first, 2), (Invitation.WithdrawnAt, Invitation.AnswerNumber));
        Assert.Null(Invitation.ChairGivenBackAt);
    }

    [Fact]
    public void Each_time_of_asking_counts_and_the_first_moment_stays()
    {
        var first = guest.Now;
        Invitation.Approach(InvitedGuest.Petra, first);
        Invitation.Approach(InvitedGuest.Petra, first.AddDays(2));

        Assert.Equal((first, 2, 0), (Invitation.ApproachedAt, Invitation.Approaches, Invitation.AnswerNumber));
    }

    [Fact]
    public void A_mail_that_was_taken_back_is_as_if_nobody_had_asked_but_not_after_an_answer()
    {
        Invitation.Approach(InvitedGuest.Petra, guest.Now);
        Invitation.Recall(InvitedGuest.Petra, guest.Now);
        Assert.Equal((InvitationState.Concept, 1), (guest.State, Invitation.Approaches));

        Invitation.Approach(InvitedGuest.Petra, guest.Now.AddDays(1));
        guest.Says(RsvpAnswer.No);
        Invitation.Recall(InvitedGuest.Petra, guest.Now);
        Assert.Equal((InvitationState.No, guest.Now.AddDays(1)), (guest.State, Invitation.ApproachedAt));
        Assert.Equal(4, Invitation.History.Count);
    }

    [Fact]
    public void The_sequence_of_the_calendar_entry_goes_up_with_what_the_guest_or_the_table_does_and_nothing_else()
    {
        Invitation.Approach(InvitedGuest.Petra, guest.Now);
        Assert.Equal(0, Sequence);
        guest.Says(RsvpAnswer.Yes, chair: false);
        Assert.Equal(0, Sequence);
        Invitation.GiveChair(InvitedGuest.Seats(1), null, InvitedGuest.Petra, guest.Now);
        Assert.Equal(1, Sequence);
        Invitation.AskCall(CallReason.AnswersByPhone, InvitedGuest.Words(1), null, guest.Now);
        Invitation.Called();
        guest.Table.ProcessFacilitatorId = 7;
        guest.Table.PutQuestionsReady(guest.Now);
        Assert.Equal(1, Sequence);
        guest.Table.Reschedule(InvitedGuest.Start.AddDays(7), 150, elsewhere: false);
        Assert.Equal(2, Sequence);
        guest.Says(RsvpAnswer.Maybe);
        Assert.Equal(3, Sequence);
        Invitation.KnowsLater(KnowsWhen.ThisWeek, guest.Now.AddDays(3), guest.Now);
        Assert.Equal(3, Sequence);
        guest.Table.Cancel("geen zaal", guest.Now);
        Assert.Equal(4, Sequence);
    }

    private int Sequence => Invitation.CalendarSequence(guest.Table);
}
