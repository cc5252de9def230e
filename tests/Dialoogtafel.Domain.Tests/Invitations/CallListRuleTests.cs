using Dialoogtafel.Domain.Invitations;
using static Dialoogtafel.Domain.Invitations.CallOutcome;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>
/// Every reason to call appears with its fact and goes with it; nothing is ticked off. Monday 2 November 2026, 10.00;
/// the table is on Thursday 3 December, 14.00.
/// </summary>
public sealed class CallListRuleTests : CallListFixture
{
    [Fact]
    public void A_free_chair_puts_who_waits_first_on_the_list_until_it_is_given()
    {
        var seated = Add(Lived).Says(this, RsvpAnswer.Yes);
        Add(Lived).Says(this, RsvpAnswer.Yes);
        Add(Lived).Says(this, RsvpAnswer.Yes);
        var first = Add(Employer).Says(this, RsvpAnswer.Yes);
        var second = Add(Lived).Says(this, RsvpAnswer.Yes);
        Assert.Equal(InvitationState.Waiting, first.Invitation.State);
        Assert.Empty(List());

        seated.Says(this, RsvpAnswer.No);
        Assert.Equal([(first, CallCause.ChairFree)], List());

        first.Invitation.GiveChair(Plan(), null, Hand.Self, now);
        Assert.Empty(List());
        Assert.Equal(InvitationState.Waiting, second.Invitation.State);
    }

    [Fact]
    public void A_late_cancellation_below_the_minimum_offers_the_chair_to_one_after_the_other()
    {
        var (leaver, silent, doubts) = (Add(Lived).Says(this, RsvpAnswer.Yes), Add(Employer).Asked(now), Add(Lived));
        Add(Lived).Says(this, RsvpAnswer.Yes);
        doubts.Says(this, RsvpAnswer.Maybe).Invitation.KnowsLater(KnowsWhen.NextWeek, TableStarts.AddDays(-1), now);
        now = TableStarts.AddDays(-2);
        silent.Mailed(now.AddDays(-3), open: true);
        Assert.Empty(List());

        leaver.Says(this, RsvpAnswer.No);
        // The employer's perspective is missing, so it goes before the other who might come.
        Assert.Equal([(silent, CallCause.LateCancellation)], List());
        silent.Call(this, NotReached, Today.AddDays(1));
        Assert.Equal([(doubts, CallCause.LateCancellation)], List());

        doubts.Says(this, RsvpAnswer.Yes);
        Assert.Empty(List());
    }

    [Fact]
    public void A_cancellation_long_before_the_table_is_not_late()
    {
        var leaver = Add(Lived).Says(this, RsvpAnswer.Yes);
        Add(Employer).Mailed(now, open: true).Asked(now);

        now = TableStarts - ReminderRule.LateCancellation - TimeSpan.FromMinutes(1);
        leaver.Says(this, RsvpAnswer.No);

        Assert.Null(leaver.Invitation.LateCancelledAt);
        Assert.Empty(List());
    }

    [Fact]
    public void Who_asks_for_a_call_is_called_until_somebody_did()
    {
        var person = Add(Lived).Says(this, RsvpAnswer.Maybe);
        Assert.Empty(List());

        person.Invitation.KnowsLater(KnowsWhen.CallMe, now, now);
        Assert.Equal([(person, CallCause.AskedForCall)], List());

        person.Invitation.Called();
        Assert.Empty(List());
    }

    [Theory]
    [InlineData(RsvpAnswer.Contribute, CallReason.WantsToContribute)]
    [InlineData(RsvpAnswer.Substitute, CallReason.NamedSubstitute)]
    public void An_answer_that_is_broken_off_before_the_next_page_is_a_call(RsvpAnswer answer, CallReason reason)
    {
        var person = Add(Lived).Says(this, answer);

        Assert.Equal((reason, now), (person.Invitation.CallReason!.Value, person.Invitation.CallSince!.Value));
        Assert.Equal([(person, CallCause.AskedForCall)], List());
        person.Says(this, RsvpAnswer.No);
        Assert.Empty(List());
    }

    [Fact]
    public void Who_wrote_iemand_anders_down_for_somebody_has_heard_whom_and_does_not_call_to_ask()
    {
        var person = Add(Lived);
        person.Invitation.Respond(RsvpAnswer.Substitute, table, Plan(), new Hand(ContactChannel.Phone, 99), now);

        Assert.Empty(List());
    }

    [Fact]
    public void Who_does_not_know_and_names_no_day_holds_no_chair_and_is_called_when_a_week_and_its_mail_have_passed()
    {
        var person = Add(Lived).Says(this, RsvpAnswer.Maybe);
        Assert.Equal((now.AddDays(7), null), (person.Invitation.SilentUntil!.Value, person.Invitation.SeatedAt));

        // Monday 9 November: the day itself. Tuesday is the day to call.
        now = now.AddDays(7).AddHours(2);
        Assert.Empty(List());
        now = now.AddDays(1);
        Assert.Equal([(person, CallCause.KnewByNow)], List());
    }

    [Fact]
    public void Who_waits_is_called_before_the_promised_day_also_without_a_chair()
    {
        Add(Lived).Says(this, RsvpAnswer.Yes);
        Add(Lived).Says(this, RsvpAnswer.Yes);
        Add(Lived).Says(this, RsvpAnswer.Yes);
        var waits = Add(Employer).Says(this, RsvpAnswer.Yes);

        now = waits.Invitation.CallBefore!.Value - ReminderRule.CallAhead - TimeSpan.FromMinutes(1);
        Assert.Empty(List());
        now = now.AddMinutes(1);
        Assert.Equal([(waits, CallCause.Promised)], List());

        waits.Call(this, Done);
        Assert.Empty(List());
    }

    [Fact]
    public void A_failed_mail_asks_for_a_call_until_it_arrives_or_the_person_speaks()
    {
        var person = Add(Lived).Asked(now).Mailed(now, open: true);
        Assert.Empty(List());

        person.MailFailedAt = now;
        Assert.Equal([(person, CallCause.MailFailed)], List());
        person.MailFailedAt = null;
        Assert.Empty(List());

        person.MailFailedAt = now;
        now = now.AddHours(1);
        person.Says(this, RsvpAnswer.Yes);
        Assert.Empty(List());
    }

    [Fact]
    public void Who_has_no_address_is_called_at_once_and_again_when_no_answer_came()
    {
        var person = Add(Lived, email: null);
        Assert.Equal([(person, CallCause.NoAddress)], List());

        // The reminders of everybody who was asked are planned; hers will never leave.
        person.Asked(now).Mailed(now.AddDays(7), open: true);
        Assert.Empty(List());
        now = now.AddDays(1);
        Assert.Equal([(person, CallCause.NoAddress)], List());

        person.Says(this, RsvpAnswer.No);
        Assert.Empty(List());
    }

    [Fact]
    public void Who_has_an_address_and_was_not_asked_yet_gets_a_mail_and_no_call()
    {
        Add(Lived);

        Assert.Empty(List());
    }

    [Fact]
    public void Who_would_know_by_now_is_called_when_the_day_and_its_mail_have_passed()
    {
        var person = Add(Lived).Says(this, RsvpAnswer.Maybe);
        person.Invitation.KnowsLater(KnowsWhen.ThisWeek, now.AddDays(3), now);
        person.Mailed(now.AddDays(3), open: true, ReminderKind.KnowsNow);
        now = now.AddDays(3).AddHours(2);
        Assert.Empty(List());

        // Thursday: the mail went; Friday is the day to call.
        person.Reminders[0].Queued(now);
        Assert.Empty(List());
        now = now.AddDays(1);
        Assert.Equal([(person, CallCause.KnewByNow)], List());

        person.Says(this, RsvpAnswer.Yes);
        Assert.Empty(List());
    }

    [Fact]
    public void Silence_after_the_last_reminder_is_a_call_from_the_next_working_day_on()
    {
        var person = Add(Lived).Asked(now).Mailed(now.AddDays(7), open: false).Mailed(now.AddDays(14), open: true);
        now = now.AddDays(16);
        Assert.Empty(List());

        // Friday 20 November.
        now = Start.AddDays(18);
        person.Reminders[1].Queued(now);
        now = now.AddDays(2);
        Assert.Empty(List());
        now = now.AddDays(1);
        Assert.Equal([(person, CallCause.NoAnswer)], List());

        person.Says(this, RsvpAnswer.Maybe).Invitation.KnowsLater(KnowsWhen.NextWeek, now.AddDays(7), now);
        Assert.Empty(List());
    }

    [Fact]
    public void Later_and_not_reached_come_back_on_their_day_and_sooner_when_the_person_speaks_herself()
    {
        var (later, missed) = (Add(Lived, email: null), Add(Lived, email: null));

        later.Call(this, Later, Today.AddDays(2));
        missed.Call(this, NotReached, Today.AddDays(1));
        Assert.Empty(List());
        now = now.AddDays(1);
        Assert.Equal([(missed, CallCause.NoAddress)], List());
        now = now.AddHours(1);
        later.Invitation.AskCall(CallReason.WantsToContribute, null, null, now);
        Assert.Equal([(later, CallCause.AskedForCall), (missed, CallCause.NoAddress)], List());
    }

    [Fact]
    public void A_call_that_was_taken_back_never_was()
    {
        var person = Add(Lived, email: null).Call(this, Later, Today.AddDays(2));

        person.Attempts[0].Undo(now);

        Assert.Equal([(person, CallCause.NoAddress)], List());
    }

    [Fact]
    public void Nobody_is_called_for_a_table_that_began_or_does_not_take_place_or_who_left_its_list()
    {
        var person = Add(Lived, email: null);
        now = TableStarts;
        Assert.Empty(List());
        now = Start;
        table.CancelledAt = now;
        Assert.Empty(List());
        table.CancelledAt = null;
        Assert.Single(List());

        person.Invitation.Withdraw(table, Hand.Self, now);

        Assert.Empty(List());
    }

    [Fact]
    public void A_chair_goes_before_a_wish_a_wish_before_a_failed_mail_and_silence_comes_last()
    {
        table.MaxSeats = 1;
        var seated = Add(Lived).Says(this, RsvpAnswer.Yes);
        var silent = Add(Lived).Asked(now);
        var addressless = Add(Lived, email: null);
        var failed = Add(Lived).Asked(now);
        failed.MailFailedAt = now;
        var asks = Add(Lived).Says(this, RsvpAnswer.Maybe);
        asks.Invitation.KnowsLater(KnowsWhen.CallMe, now, now);
        var waits = Add(Lived).Says(this, RsvpAnswer.Yes);
        seated.Says(this, RsvpAnswer.No);
        now = now.AddDays(1);

        Assert.Equal([waits, asks, failed, addressless, silent], List().Select(row => row.Item1));
    }
}
