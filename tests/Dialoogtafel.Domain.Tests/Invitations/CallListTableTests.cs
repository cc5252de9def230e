using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using static Dialoogtafel.Domain.Invitations.CallOutcome;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>
/// Calls about the table itself: it moves, is called off, comes near. Same days as <see cref="CallListRuleTests"/>.
/// </summary>
public sealed class CallListTableTests : CallListFixture
{
    [Fact]
    public void A_table_that_is_back_where_somebody_knows_it_is_no_call_any_more()
    {
        var (first, second, third) = (
            new Appointment(TableStarts, 150, ""),
            new Appointment(TableStarts.AddDays(1), 150, ""),
            new Appointment(TableStarts.AddDays(2), 150, "")
        );
        var person = Add(Lived, email: null).Says(this, RsvpAnswer.Yes);

        person.Invitation.AskCallAboutMove(first, now);
        person.Invitation.AskCallAboutMove(second, now);
        Assert.Equal([(person, CallCause.TableMoved)], List());
        Assert.Equal(first, person.Invitation.Knows(third));

        person.Invitation.MovedBack();
        Assert.Empty(List());
        Assert.Equal(first, person.Invitation.Knows(first));
    }

    [Fact]
    public void A_move_and_back_takes_no_other_wish_away()
    {
        var person = Add(Lived, email: null).Says(this, RsvpAnswer.Contribute);

        person.Invitation.AskCallAboutMove(new Appointment(TableStarts, 150, ""), now);
        person.Invitation.MovedBack();

        Assert.Equal(CallReason.WantsToContribute, person.Invitation.CallReason);
    }

    [Fact]
    public void Who_comes_without_an_address_is_called_a_week_before_and_again_the_day_before()
    {
        var person = Add(Lived, email: null)
            .Says(this, RsvpAnswer.Yes)
            .Due(TableStarts.AddDays(-7), ReminderKind.WeekBefore)
            .Due(TableStarts.AddDays(-1), ReminderKind.DayBefore);
        Add(Lived).Says(this, RsvpAnswer.Yes).Due(TableStarts.AddDays(-7), ReminderKind.WeekBefore);
        now = TableStarts.AddDays(-8);
        Assert.Empty(List());

        now = TableStarts.AddDays(-7);
        person.Reminders[0].Stop("Geen mailadres: bellen.", now);
        Assert.Equal([(person, CallCause.WeekBefore)], List());
        person.Call(this, Done);
        Assert.Empty(List());

        // From the morning of the day before on, ahead of the hour at which the others get their mail; the call of the
        // week before does not count.
        now = TableStarts.AddDays(-1).AddHours(-6);
        Assert.Equal([(person, CallCause.DayBefore)], List());
        now = TableStarts.AddHours(-1);
        Assert.Equal([(person, CallCause.DayBefore)], List());
        now = TableStarts;
        Assert.Empty(List());
    }

    [Fact]
    public void A_call_put_off_to_a_later_day_does_not_put_off_the_day_before()
    {
        var person = Add(Lived, email: null)
            .Says(this, RsvpAnswer.Yes)
            .Due(TableStarts.AddDays(-7), ReminderKind.WeekBefore)
            .Due(TableStarts.AddDays(-1), ReminderKind.DayBefore);
        now = TableStarts.AddDays(-7);
        person.Call(this, NotReached, DateOnly.FromDateTime(TableStarts));
        Assert.Empty(List());

        now = TableStarts.AddDays(-1);
        Assert.Equal([(person, CallCause.DayBefore)], List());
        person.Call(this, NotReached, DateOnly.FromDateTime(TableStarts));
        Assert.Empty(List());
        now = TableStarts.AddHours(-2);
        Assert.Equal([(person, CallCause.DayBefore)], List());
    }

    [Fact]
    public void A_practical_mail_that_was_refused_is_a_call_until_somebody_spoke()
    {
        var person = Add(Lived).Says(this, RsvpAnswer.Yes).Due(TableStarts.AddDays(-1), ReminderKind.DayBefore);
        now = TableStarts.AddDays(-1);
        person.Reminders[0].Queued(now);
        Assert.Empty(List());

        person.MailFailedAt = now;
        Assert.Equal([(person, CallCause.DayBefore)], List());
        person.Call(this, Done);
        Assert.Empty(List());
    }

    [Fact]
    public void A_moment_that_a_move_or_another_answer_took_away_is_no_call()
    {
        var person = Add(Lived, email: null)
            .Says(this, RsvpAnswer.Yes)
            .Due(TableStarts.AddDays(-7), ReminderKind.WeekBefore);
        person.Reminders[0].Stop("De tafel is verzet; dit moment is voorbij.", now);
        now = TableStarts.AddDays(-6);
        Assert.Empty(List());

        person.Reminders[0].Again(now);
        Assert.Equal([(person, CallCause.WeekBefore)], List());
        person.Says(this, RsvpAnswer.No);
        Assert.Empty(List());
    }

    [Fact]
    public void A_table_that_is_called_off_is_told_by_phone_to_whom_no_mail_reaches_unless_she_said_no()
    {
        var (comes, silent) = (Add(Lived, email: null).Says(this, RsvpAnswer.Yes), Add(Lived, email: null).Asked(now));
        var (failed, reached) = (Add(Lived).Says(this, RsvpAnswer.Maybe), Add(Lived).Says(this, RsvpAnswer.Yes));
        Add(Lived, email: null).Says(this, RsvpAnswer.No);
        Add(Lived, email: null);
        // Not reached before it was called off: that does not hold back the news.
        comes.Call(this, NotReached, Today.AddDays(9));

        now = now.AddDays(1);
        table.Cancel(null, now);
        failed.MailFailedAt = now.AddMinutes(1);
        now = now.AddHours(1);
        Assert.Equal([comes, silent, failed], List().OrderBy(row => row.Item1.Invitation.Id).Select(row => row.Item1));
        Assert.All(List(), row => Assert.Equal(CallCause.CalledOff, row.Item2));
        Assert.DoesNotContain(reached, List().Select(row => row.Item1));

        comes.Call(this, Done);
        silent.Call(this, Later, Today.AddDays(1));
        failed.Invitation.Withdraw(table, Hand.Self, now);
        Assert.Empty(List());
        now = now.AddDays(1);
        Assert.Equal([(silent, CallCause.CalledOff)], List());
        now = TableStarts;
        Assert.Empty(List());
    }

    [Fact]
    public void Who_is_not_to_be_approached_still_hears_about_the_table_that_she_comes_to()
    {
        var person = Add(Lived, email: null).Says(this, RsvpAnswer.Yes);
        var never = Add(Lived, email: null).Asked(now);
        person.Invitation.Person!.AskRemoval(now);
        never.Invitation.Person!.AskRemoval(now);
        now = now.AddDays(1);
        Assert.Empty(List());

        table.Cancel(null, now);

        Assert.Equal([(person, CallCause.CalledOff)], List());
        person.Invitation.Person!.Erase(now);
        Assert.Empty(List());
    }

    [Fact]
    public void A_move_that_no_mail_could_tell_goes_before_a_chair_and_a_wish()
    {
        table.MaxSeats = 2;
        var (failed, addressless) = (
            Add(Lived).Says(this, RsvpAnswer.Yes),
            Add(Lived, email: null).Says(this, RsvpAnswer.Yes)
        );
        var asks = Add(Lived).Says(this, RsvpAnswer.Contribute);
        asks.Invitation.AskCall(CallReason.WantsToContribute, null, null, now);
        addressless.Invitation.AskCall(CallReason.TableMoved, null, null, now.AddMinutes(1));
        (failed.MailFailedAt, failed.FailedMove) = (now.AddMinutes(2), true);
        now = now.AddHours(1);

        Assert.Equal(
            [(failed, CallCause.TableMoved), (addressless, CallCause.TableMoved), (asks, CallCause.AskedForCall)],
            List()
        );
        failed.Call(this, Done);
        addressless.Invitation.Called();
        Assert.Equal([(asks, CallCause.AskedForCall)], List());
    }
}
