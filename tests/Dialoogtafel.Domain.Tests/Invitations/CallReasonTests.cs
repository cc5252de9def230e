using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>Why and until when an invitation asks for a call, and what is kept of what was typed.</summary>
public sealed class CallReasonTests
{
    private static readonly Appointment Known = new(InvitedGuest.Start, 150, "De Linde");
    private static readonly Appointment Later = Known with { StartsAt = InvitedGuest.Start.AddDays(7) };
    private readonly InvitedGuest guest = new();

    private Invitation Invitation => guest.Invitation;

    [Fact]
    public void Who_asks_for_a_call_is_called_within_a_week_and_once_called_no_more()
    {
        Invitation.AskCall(CallReason.WantsToKnowLater, null, null, guest.Now);
        Assert.Equal(guest.Now.AddDays(7), Invitation.CallAskedBefore);

        Invitation.Called();
        Assert.Equal((null, null, null), (Invitation.CallReason, Invitation.CallSince, Invitation.CallAskedBefore));
    }

    [Fact]
    public void What_was_typed_stays_when_a_later_call_brings_no_words()
    {
        Invitation.AskCall(CallReason.WantsToContribute, InvitedGuest.Words(1), "laptop", guest.Now);
        Invitation.AskCall(CallReason.AsksRemoval, null, "telefoon", guest.Now.AddDays(1));

        Assert.Equal(
            (CallReason.AsksRemoval, guest.Now.AddDays(1), "laptop"),
            (Invitation.CallReason, Invitation.CallSince, Invitation.NoteDevice)
        );
        Assert.NotNull(Invitation.Note);
    }

    [Fact]
    public void Iemand_anders_is_a_call_to_ask_whom_until_a_name_is_typed()
    {
        guest.Says(RsvpAnswer.Substitute);
        Assert.Equal((true, false), (Invitation.AsksWhom, Invitation.NamesSomebody));

        Invitation.AskCall(CallReason.NamedSubstitute, InvitedGuest.Words(1), null, guest.Now);
        Assert.Equal((false, true), (Invitation.AsksWhom, Invitation.NamesSomebody));
    }

    [Fact]
    public void A_named_substitute_is_declined_with_a_reason_and_another_name_opens_it_again()
    {
        guest.Says(RsvpAnswer.Substitute);
        Invitation.DeclineSubstitute(InvitedGuest.Words(2), guest.Now);
        Assert.Null(Invitation.SubstituteDeclinedAt);

        Invitation.AskCall(CallReason.NamedSubstitute, InvitedGuest.Words(1), null, guest.Now);
        Invitation.DeclineSubstitute(InvitedGuest.Words(2), guest.Now);
        Assert.Equal((guest.Now, null), (Invitation.SubstituteDeclinedAt, Invitation.CallReason));
        Assert.NotNull(Invitation.SubstituteDeclined);

        Invitation.AskCall(CallReason.NamedSubstitute, InvitedGuest.Words(3), null, guest.Now);
        Assert.Equal((null, null), (Invitation.SubstituteDeclinedAt, Invitation.SubstituteDeclined));
        Assert.True(Invitation.NamesSomebody);
    }

    [Fact]
    public void Another_kind_of_call_says_nothing_about_the_declined_substitute()
    {
        Invitation.AskCall(CallReason.NamedSubstitute, InvitedGuest.Words(1), null, guest.Now);
        Invitation.DeclineSubstitute(InvitedGuest.Words(2), guest.Now);

        Invitation.AskCall(CallReason.AnswersByPhone, null, null, guest.Now);

        Assert.Equal(guest.Now, Invitation.SubstituteDeclinedAt);
    }

    [Fact]
    public void A_move_is_a_call_that_remembers_what_the_guest_knows_however_often_the_table_moves()
    {
        Invitation.AskCallAboutMove(Known, guest.Now);
        Invitation.AskCallAboutMove(Later, guest.Now.AddDays(1));

        Assert.Equal(
            (CallReason.TableMoved, guest.Now, Known),
            (Invitation.CallReason, Invitation.CallSince, Invitation.MovedFrom)
        );
        Assert.Equal(Known, Invitation.Knows(Later));
        Invitation.Called();
        Assert.Equal(Later, Invitation.Knows(Later));
    }

    [Fact]
    public void Who_is_called_about_something_else_hears_of_the_move_in_that_call()
    {
        Invitation.AskCall(CallReason.AnswersByPhone, null, null, guest.Now);

        Invitation.AskCallAboutMove(Known, guest.Now.AddDays(1));
        Assert.Equal((CallReason.AnswersByPhone, guest.Now), (Invitation.CallReason, Invitation.CallSince));
        Invitation.MovedBack();
        Assert.Equal(CallReason.AnswersByPhone, Invitation.CallReason);
    }

    [Fact]
    public void A_table_that_is_back_is_nothing_to_call_about()
    {
        Invitation.AskCallAboutMove(Known, guest.Now);
        Invitation.MovedBack();

        Assert.Equal((null, null), (Invitation.CallReason, Invitation.CallSince));
    }

    [Fact]
    public void A_call_keeps_the_promise_to_who_waits_from_a_day_before_the_promised_moment_on()
    {
        guest.Says(RsvpAnswer.Yes, chair: false);
        Assert.Equal(new DateTime(2026, 11, 18, 13, 0, 0), Invitation.CallKeptFrom);

        guest.Says(RsvpAnswer.Contribute);
        Assert.Null(Invitation.CallKeptFrom);
        Invitation.Called();
        Assert.Equal(guest.Now, Invitation.CallKeptFrom);
        guest.Says(RsvpAnswer.Yes);
        Assert.Null(Invitation.CallKeptFrom);
    }

    [Fact]
    public void After_the_retention_date_no_typed_word_is_left_and_the_facts_of_the_table_are()
    {
        guest.Says(RsvpAnswer.Substitute);
        Words();

        Invitation.ForgetWords();

        Assert.Equal(
            (null, null, null, null),
            (Invitation.Note, Invitation.NoteDevice, Invitation.OwnSentence, Invitation.SubstituteDeclined)
        );
        Assert.Equal((RsvpAnswer.Substitute, "Petra"), (Invitation.Answer, Invitation.ViaWhom));
    }

    [Fact]
    public void Of_who_is_erased_no_word_and_no_call_stays()
    {
        guest.Says(RsvpAnswer.Yes, chair: false);
        Invitation.GiveChair(InvitedGuest.Seats(0), "haar man kan niet", InvitedGuest.Petra, guest.Now);
        Words();
        Invitation.AskCall(CallReason.AsksRemoval, null, null, guest.Now);

        Invitation.Forget();

        Assert.Equal(
            ("", "gewist", null, null),
            (Invitation.ViaWhom, Invitation.SeatReason, Invitation.CallReason, Invitation.Note)
        );
        Assert.Equal(InvitationState.Yes, guest.State);
        var plain = new InvitedGuest().Says(RsvpAnswer.Yes).Invitation;
        plain.Forget();
        Assert.Null(plain.SeatReason);
    }

    private void Words()
    {
        Invitation.OwnSentence = InvitedGuest.Words(4);
        Invitation.AskCall(CallReason.NamedSubstitute, InvitedGuest.Words(1), "laptop", guest.Now);
        Invitation.DeclineSubstitute(InvitedGuest.Words(2), guest.Now);
    }
}
