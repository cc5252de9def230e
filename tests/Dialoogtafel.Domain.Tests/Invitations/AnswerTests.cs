using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>What an answer to an invitation brings about.</summary>
public sealed class AnswerTests
{
    private readonly InvitedGuest guest = new();

    private Invitation Invitation => guest.Invitation;

    [Theory]
    [InlineData(RsvpAnswer.Yes, true, InvitationState.Yes)]
    [InlineData(RsvpAnswer.Yes, false, InvitationState.Waiting)]
    [InlineData(RsvpAnswer.Maybe, true, InvitationState.Maybe)]
    [InlineData(RsvpAnswer.No, true, InvitationState.No)]
    [InlineData(RsvpAnswer.Contribute, true, InvitationState.Informant)]
    [InlineData(RsvpAnswer.Substitute, true, InvitationState.Substitute)]
    public void Where_it_stands_follows_from_the_answer_and_only_a_ja_takes_a_chair(
        RsvpAnswer answer,
        bool chair,
        InvitationState state
    )
    {
        guest.Says(answer, chair);

        Assert.Equal(state, guest.State);
        Assert.Equal(state == InvitationState.Yes ? guest.Now : null, Invitation.SeatedAt);
        Assert.Equal((answer, guest.Now, 1), (Invitation.Answer, Invitation.AnsweredAt, Invitation.AnswerNumber));
    }

    [Fact]
    public void Before_an_answer_it_is_a_concept_and_then_approached_and_at_last_withdrawn_whatever_was_said()
    {
        Assert.Equal(InvitationState.Concept, guest.State);
        Invitation.Approach(InvitedGuest.Petra, guest.Now);
        Assert.Equal(InvitationState.Approached, guest.State);
        guest.Says(RsvpAnswer.Yes);
        Invitation.Withdraw(guest.Table, InvitedGuest.Petra, guest.Now);
        Assert.Equal(InvitationState.Withdrawn, guest.State);
    }

    [Fact]
    public void Who_answers_without_having_been_asked_has_been_asked_then()
    {
        guest.Says(RsvpAnswer.No);
        Assert.Equal(guest.Now, Invitation.ApproachedAt);

        var (first, asked) = (guest.Now, new InvitedGuest());
        asked.Invitation.Approach(InvitedGuest.Petra, first);
        asked.At(first.AddDays(1)).Says(RsvpAnswer.No);
        Assert.Equal(first, asked.Invitation.ApproachedAt);
    }

    [Fact]
    public void The_same_answer_again_changes_nothing_and_keeps_its_place_in_the_row()
    {
        guest.Says(RsvpAnswer.Yes, chair: false);
        var (at, promised) = (Invitation.AnsweredAt, Invitation.CallBefore);

        guest.At(guest.Now.AddHours(1));
        Assert.False(Invitation.Respond(RsvpAnswer.Yes, guest.Table, InvitedGuest.Seats(1), Hand.Self, guest.Now));

        Assert.Equal((at, promised, 1), (Invitation.AnsweredAt, Invitation.CallBefore, Invitation.AnswerNumber));
        Assert.Equal((InvitationState.Waiting, 1), (guest.State, Invitation.History.Count));
    }

    [Fact]
    public void Every_other_answer_has_a_number_of_its_own_and_the_first_moment_does_not_count_any_more()
    {
        guest.Says(RsvpAnswer.Yes).Says(RsvpAnswer.No).At(guest.Now.AddDays(1)).Says(RsvpAnswer.Yes);

        Assert.Equal((3, guest.Now, guest.Now), (Invitation.AnswerNumber, Invitation.AnsweredAt, Invitation.SeatedAt));
    }

    [Theory]
    // The day from which chairs are free for all; after it, two days before the table; after that, now.
    [InlineData("2026-11-02", "2026-11-19T13:00")]
    [InlineData("2026-11-20", "2026-12-01T13:00")]
    [InlineData("2026-12-02", "2026-12-02T00:00")]
    public void Who_gets_no_chair_reads_before_when_we_call(DateTime now, DateTime promised)
    {
        guest.At(now).Says(RsvpAnswer.Yes, chair: false);

        Assert.Equal((null, promised), (Invitation.SeatedAt, Invitation.CallBefore));
    }

    [Fact]
    public void Who_gets_no_chair_at_a_table_without_a_date_is_called_within_a_week()
    {
        guest.Table.StartsAt = null;
        guest.Says(RsvpAnswer.Yes, chair: false);

        Assert.Equal(guest.Now.AddDays(7), Invitation.CallBefore);
        guest.Says(RsvpAnswer.No);
        Assert.Null(Invitation.CallBefore);
    }

    [Fact]
    public void Weet_ik_nog_niet_keeps_us_silent_for_a_week_and_another_answer_ends_the_silence()
    {
        guest.Says(RsvpAnswer.Maybe);
        Assert.Equal((guest.Now.AddDays(7), null), (Invitation.SilentUntil, Invitation.CallReason));

        guest.Says(RsvpAnswer.No);
        Assert.Null(Invitation.SilentUntil);
    }

    [Fact]
    public void Who_names_a_day_is_left_alone_until_then_and_who_wants_a_call_is_called()
    {
        guest.Says(RsvpAnswer.Maybe);
        Invitation.KnowsLater(KnowsWhen.CallMe, guest.Now.AddDays(3), guest.Now);
        Assert.Equal(
            (null, CallReason.WantsToKnowLater, guest.Now),
            (Invitation.SilentUntil, Invitation.CallReason, Invitation.CallSince)
        );

        Invitation.KnowsLater(KnowsWhen.ThisWeek, guest.Now.AddDays(3), guest.Now);
        Assert.Equal(
            (guest.Now.AddDays(3), null, null),
            (Invitation.SilentUntil, Invitation.CallReason, Invitation.CallSince)
        );
    }

    [Theory]
    [InlineData(RsvpAnswer.Yes, null)]
    [InlineData(RsvpAnswer.Maybe, null)]
    [InlineData(RsvpAnswer.No, null)]
    [InlineData(RsvpAnswer.Contribute, CallReason.WantsToContribute)]
    [InlineData(RsvpAnswer.Substitute, CallReason.NamedSubstitute)]
    public void An_answer_that_asks_for_a_call_says_so_at_once(RsvpAnswer answer, CallReason? reason)
    {
        guest.Says(answer);

        Assert.Equal(
            (reason, reason is null ? null : guest.Now),
            (Invitation.CallReason, (DateTime?)Invitation.CallSince)
        );
    }

    [Fact]
    public void Whoever_of_the_team_writes_iemand_anders_down_has_heard_whom()
    {
        guest.Says(RsvpAnswer.Substitute, by: InvitedGuest.Petra);

        Assert.Null(Invitation.CallReason);
        Assert.False(Invitation.AsksWhom);
    }

    [Fact]
    public void Another_answer_takes_the_call_and_the_words_of_the_former_one_away()
    {
        guest.Says(RsvpAnswer.Contribute);
        Invitation.AskCall(CallReason.WantsToContribute, InvitedGuest.Words(1), "laptop", guest.Now);

        guest.Says(RsvpAnswer.Maybe);

        Assert.Equal(
            (null, null, null, null),
            (Invitation.CallReason, Invitation.CallSince, Invitation.Note, Invitation.NoteDevice)
        );
    }

    [Fact]
    public void Nobody_answers_for_a_table_that_does_not_take_place_has_begun_or_has_them_no_more()
    {
        guest.Says(RsvpAnswer.Yes);
        Assert.StartsWith("Deze tafel is al geweest", Refused(guest.At(InvitedGuest.Start)), StringComparison.Ordinal);
        guest.At(InvitedGuest.Start.AddTicks(-1)).Says(RsvpAnswer.Maybe);

        Invitation.Withdraw(guest.Table, InvitedGuest.Petra, guest.Now);
        Assert.StartsWith("U staat niet meer op de lijst", Refused(guest), StringComparison.Ordinal);
        guest.Table.Cancel(null, guest.Now);
        Assert.StartsWith("Deze tafel gaat niet door", Refused(guest), StringComparison.Ordinal);
        Assert.Equal(RsvpAnswer.Maybe, Invitation.Answer);
    }

    [Fact]
    public void Each_step_leaves_one_line_of_who_and_how()
    {
        Invitation.Approach(new Hand(ContactChannel.Mail, 99), guest.Now);
        guest.At(guest.Now.AddDays(1)).Says(RsvpAnswer.Yes);
        Invitation.Withdraw(guest.Table, InvitedGuest.Petra, guest.Now);

        Assert.Equal(
            [
                (InvitationState.Approached, ContactChannel.Mail, 99, guest.Now.AddDays(-1)),
                (InvitationState.Yes, ContactChannel.Page, null, guest.Now),
                (InvitationState.Withdrawn, ContactChannel.Phone, (int?)99, guest.Now),
            ],
            Invitation.History.Select(line => (line.State, line.Channel, line.ById, line.At))
        );
    }

    private static string Refused(InvitedGuest guest) =>
        Assert.Throws<DomainRuleException>(() => guest.Says(RsvpAnswer.No)).Message;
}
