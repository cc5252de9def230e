using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Tests.Actions;

/// <summary>
/// The rhythm of an action and what stops it (M-19, M-20, R-125, A-14). Times are winter time in Amsterdam: 10.00 is
/// 9.00 UTC.
/// </summary>
public sealed class FollowUpTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly FollowUpPlan Plan = new(new TimeOnly(10, 0), Zone);
    private static readonly Hand Team = new(ContactChannel.Phone, 1);
    private static readonly DateTime Start = new(2026, 12, 3, 16, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_questions_come_after_21_51_and_81_days_and_a_week_later_a_person_chooses()
    {
        var action = Assigned(Anna);
        var days = new List<int>();
        while (action.Call is null)
        {
            var due = action.AskDueAt!.Value;
            days.Add((due - Start.Date).Days);
            Assert.Equal(9, due.Hour);
            Take(action, due);
        }

        Assert.Equal([21, 51, 81, 88], days);
        Assert.Equal((ActionCall.Choose, 3, 4), (action.Call, action.Rounds, action.Mails));
    }

    [Theory]
    // The clock goes forward on 28 March 2027 and back on 31 October 2027: 10.00 stays 10.00.
    [InlineData("2027-03-07", "2027-03-28T08:00")]
    [InlineData("2027-03-06", "2027-03-27T09:00")]
    [InlineData("2027-10-10", "2027-10-31T09:00")]
    [InlineData("2027-10-09", "2027-10-30T08:00")]
    public void The_question_comes_at_ten_by_the_clock_on_the_wall_also_when_it_moves(string day, string due) =>
        Assert.Equal(
            DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            Plan.First(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddHours(12))
        );

    [Theory]
    [InlineData(ActionAnswer.Stuck, ActionCall.Stuck)]
    [InlineData(ActionAnswer.NeedsHelp, ActionCall.NeedsHelp)]
    public void Who_is_stuck_or_needs_help_is_called_and_asked_again_after_the_call(
        ActionAnswer answer,
        ActionCall call
    )
    {
        var action = Assigned(Anna);
        Take(action, action.AskDueAt!.Value);
        var said = Start.AddDays(22);

        action.TakeAnswer(answer, null, Hand.Self, Plan, said);
        Assert.Equal((call, true, (DateOnly?)null), (action.Call, action.IsToCall, action.CallAgainOn));

        // On the phone it is still open: the call comes back in a week.
        action.TakeAnswer(answer, null, Team, Plan, said.AddDays(1));
        Assert.Equal(new DateOnly(2027, 1, 2), action.CallAgainOn);
        action.TakeAnswer(ActionAnswer.Running, null, Team, Plan, said.AddDays(9));

        Assert.Null(action.Call);
        Assert.Equal(31 + 30, (action.AskDueAt!.Value - Start.Date).Days);
    }

    [Fact]
    public void Loopt_leaves_the_next_question_where_it_was_and_klaar_can_be_taken_back()
    {
        var action = Assigned(Anna);
        Take(action, action.AskDueAt!.Value);
        var next = action.AskDueAt;

        action.TakeAnswer(ActionAnswer.Running, null, Hand.Self, Plan, Start.AddDays(23));
        Assert.Equal(next, action.AskDueAt);

        action.TakeAnswer(ActionAnswer.Done, null, Hand.Self, Plan, Start.AddDays(24));
        Assert.Equal((ActionEnd.Done, null), (action.End, action.AskDueAt));

        action.TakeAnswer(ActionAnswer.Running, null, Hand.Self, Plan, Start.AddDays(24));
        Assert.Equal((null, 24 + 30), (action.End, (action.AskDueAt!.Value - Start.Date).Days));
    }

    [Fact]
    public void A_new_owner_uses_up_what_is_left_of_the_period_and_after_a_choice_a_new_one_begins()
    {
        var action = Assigned(Anna);
        Take(action, action.AskDueAt!.Value);
        Take(action, action.AskDueAt!.Value);

        action.GiveTo(Bram, null, Team, Plan, Start.AddDays(60));
        Assert.True(action.MayMail);
        action.Told();
        Assert.Equal((1, 4), (action.Period, action.Mails));
        Take(action, action.AskDueAt!.Value);
        Assert.Equal(ActionCall.Choose, action.Call);

        action.GiveTo(Anna, null, Team, Plan, Start.AddDays(90));
        Assert.Equal((2, 0, 0, (ActionCall?)null), (action.Period, action.Rounds, action.Mails, action.Call));
    }

    [Fact]
    public void Doorgaan_begins_a_period_whose_first_question_is_a_month_later_and_needs_a_day_that_is_not_past()
    {
        var action = Assigned(Anna);
        var now = Start.AddDays(100);
        Assert.Throws<DomainRuleException>(() => action.Continue(Plan.Day(now).AddDays(-1), Team, Plan, now));

        action.Continue(Plan.Day(now).AddDays(40), Team, Plan, now);

        Assert.Equal((2, 0, 100 + 30), (action.Period, action.Mails, (action.AskDueAt!.Value - Start.Date).Days));
    }

    [Fact]
    public void Stopping_asks_for_a_reason_and_nothing_is_asked_after_it()
    {
        var action = Assigned(Anna);
        Assert.Equal("Reason", Assert.Throws<DomainRuleException>(() => action.Stop(" ", Team, Start)).Field);

        action.Stop("De zaal is gesloten.", Team, Start);

        Assert.Equal((ActionEnd.Stopped, null, false), (action.End, action.AskDueAt, action.IsToCall));
        Assert.Throws<DomainRuleException>(() => action.TakeAnswer(ActionAnswer.Running, null, Hand.Self, Plan, Start));
        Assert.Throws<DomainRuleException>(() => action.GiveTo(Bram, null, Team, Plan, Start));
    }

    [Fact]
    public void Who_can_take_little_does_it_with_somebody_else_and_has_one_action()
    {
        var (tired, action) = (Person("Cor", "cor@voorbeeld.example"), New());
        tired.LimitedLoad = true;

        Assert.Equal(
            "CoOwnerId",
            Assert.Throws<DomainRuleException>(() => action.GiveTo(tired, null, Team, Plan, Start)).Field
        );
        Assert.True(action.GiveTo(tired, Anna, Team, Plan, Start));
        Assert.Equal(
            (true, false, false, true),
            (
                ActionLoad.IsTooMuch(tired, 1),
                ActionLoad.IsTooMuch(tired, 0),
                ActionLoad.IsTooMuch(Anna, 1),
                ActionLoad.IsTooMuch(Anna, 2)
            )
        );
    }

    [Fact]
    public void Who_has_no_address_is_called_and_three_calls_are_three_rounds()
    {
        var action = New();
        action.GiveTo(Person("Dirk", null), null, Team, Plan, Start);
        Assert.Equal(ActionCall.ByPhone, action.Call);
        for (var round = 0; round < 3; round++)
        {
            action.TakeAnswer(ActionAnswer.Running, null, Team, Plan, Start.AddDays(30 * round));
            Assert.Equal(FollowUpStep.AskByPhone, FollowUpPlan.StepOf(action));
            action.Asked(byMail: false, Plan, action.AskDueAt!.Value);
        }

        action.TakeAnswer(ActionAnswer.Running, null, Team, Plan, Start.AddDays(100));
        Assert.Equal((FollowUpStep.Choose, 0), (FollowUpPlan.StepOf(action), action.Mails));
    }

    [Fact]
    public void An_erased_owner_leaves_an_action_of_nobody_and_takes_her_words_along()
    {
        var action = Assigned(Anna);
        action.TakeAnswer(ActionAnswer.Stuck, new SealedText([1]), Hand.Self, Plan, Start);

        action.Forget(Anna.Id, Start.AddDays(1));

        Assert.Equal((null, null, true), (action.OwnerId, action.AskDueAt, action.IsToCall));
        Assert.All(action.Log, line => Assert.Equal((null, null), (line.OwnerId, line.Words)));
        Assert.Equal(ActionEvent.OwnerGone, action.Log[^1].Event);
    }

    [Fact]
    public void Since_when_it_waits_on_a_higher_level_stays_when_only_the_name_changes()
    {
        var action = New();
        action.PutOn(ActionLevel.Board, "de directeur", Start);
        action.PutOn(ActionLevel.Board, "de bestuurder", Start.AddDays(9));
        Assert.Equal(Start, action.HigherSince);

        action.PutOn(ActionLevel.Own, "wij zelf", Start.AddDays(10));
        Assert.Equal((null, ""), (action.HigherSince, action.DecisionMaker));
    }

    private static Person Anna { get; } = Person("Anna", "anna@voorbeeld.example", 1);

    private static Person Bram { get; } = Person("Bram", "bram@voorbeeld.example", 2);

    private static AgreedAction New() =>
        new()
        {
            GatheringId = 1,
            Text = "Een proefdag regelen",
            CreatedAt = Start,
        };

    private static AgreedAction Assigned(Person owner)
    {
        var action = New();
        action.GiveTo(owner, null, Team, Plan, Start);
        action.Told();
        return action;
    }

    /// <summary>What the job does at the moment of an action.</summary>
    private static void Take(AgreedAction action, DateTime now)
    {
        if (FollowUpPlan.StepOf(action) == FollowUpStep.Ask)
        {
            action.Asked(byMail: true, Plan, now);
        }
        else
        {
            action.AskCall(ActionCall.Choose, now);
        }
    }

    private static Person Person(string name, string? email, int id = 9)
    {
        var person = new Person { FirstName = name, Email = email };
        typeof(Person).GetProperty(nameof(Domain.People.Person.Id))!.SetValue(person, id);
        return person;
    }
}
