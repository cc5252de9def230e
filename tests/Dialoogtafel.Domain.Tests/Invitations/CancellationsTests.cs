using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Invitations;

/// <summary>
/// A chair that is given back stands until it is filled or dealt with, and names whom to call. Monday 2 November 2026;
/// the table is on 3 December.
/// </summary>
public sealed class CancellationsTests
{
    private const int Lived = 1;
    private const int Employer = 2;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly DateTime TableStarts = new(2026, 12, 3, 13, 0, 0, DateTimeKind.Utc);
    private readonly Gathering table = MakeTable();
    private readonly List<Invitation> people = [];
    private readonly List<CallAttempt> calls = [];
    private DateTime now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(RsvpAnswer.No)]
    [InlineData(RsvpAnswer.Maybe)]
    [InlineData(RsvpAnswer.Contribute)]
    [InlineData(RsvpAnswer.Substitute)]
    public void Any_answer_that_gives_a_chair_back_is_one(RsvpAnswer answer)
    {
        var amina = Says(Add(Lived), RsvpAnswer.Yes);
        Assert.Empty(Open());

        Says(amina, answer);

        Assert.Equal((amina, 3), (Open().Single().Gone, Open().Single().Free));
    }

    [Fact]
    public void Leaving_the_list_is_one_too_and_a_nee_without_a_chair_is_none()
    {
        var amina = Says(Add(Lived), RsvpAnswer.Yes);
        Says(Add(Lived), RsvpAnswer.No);
        Assert.Empty(Open());

        amina.Withdraw(table, Hand.Self, now);

        Assert.Equal(amina, Open().Single().Gone);
    }

    [Fact]
    public void The_first_answer_after_the_ja_says_since_when()
    {
        var amina = Says(Add(Lived), RsvpAnswer.Yes);
        Says(amina, RsvpAnswer.No);
        var since = now;
        now = now.AddDays(1);

        Says(amina, RsvpAnswer.Contribute);

        Assert.Equal(since, amina.ChairGivenBackAt);
    }

    [Fact]
    public void A_ja_after_all_a_tick_a_start_and_a_table_that_is_called_off_end_it()
    {
        var amina = Says(Add(Lived), RsvpAnswer.Yes);
        Says(amina, RsvpAnswer.No);
        Says(amina, RsvpAnswer.Yes);
        Assert.Empty(Open());
        Says(amina, RsvpAnswer.No);
        amina.CancellationSettled();
        Assert.Empty(Open());

        Says(amina, RsvpAnswer.Yes);
        Says(amina, RsvpAnswer.No);
        Assert.Single(Open());
        (var before, now) = (now, TableStarts);
        Assert.Empty(Open());
        now = before;
        table.Cancel(null, now);
        Assert.Empty(Open());
    }

    [Fact]
    public void One_chair_taken_since_fills_one_of_the_same_perspective_or_all_when_the_table_is_full()
    {
        var (first, second) = (Says(Add(Lived), RsvpAnswer.Yes), Says(Add(Lived), RsvpAnswer.Yes));
        Says(first, RsvpAnswer.No);
        now = now.AddHours(1);
        Says(second, RsvpAnswer.No);
        now = now.AddHours(1);
        Says(Add(Employer), RsvpAnswer.Yes);
        Assert.Equal([first, second], Open().Select(item => item.Gone));

        Says(Add(Lived), RsvpAnswer.Yes);
        Assert.Equal([second], Open().Select(item => item.Gone));
        Says(Add(Employer), RsvpAnswer.Yes);
        Assert.Empty(Open());
    }

    [Fact]
    public void Who_waits_is_called_first_and_each_is_named_once()
    {
        var (one, two) = (Says(Add(Lived), RsvpAnswer.Yes), Says(Add(Lived), RsvpAnswer.Yes));
        Says(Add(Employer), RsvpAnswer.Yes);
        var waits = Says(Add(Employer), RsvpAnswer.Yes);
        Assert.Equal(InvitationState.Waiting, waits.State);
        var silent = Asked(Add(Lived));

        Says(one, RsvpAnswer.No);
        Says(two, RsvpAnswer.No);

        Assert.Equal([waits, silent], Open().Select(item => item.CallNext));
    }

    [Fact]
    public void Of_one_perspective_no_answer_goes_before_not_asked_and_nobody_is_called_who_may_not_be()
    {
        var amina = Says(Add(Lived), RsvpAnswer.Yes);
        var (concept, other, silent, later) = (Add(Lived), Asked(Add(Employer)), Add(Lived), Asked(Add(Lived)));
        Says(silent, RsvpAnswer.Maybe).KnowsLater(KnowsWhen.NextWeek, now.AddDays(9), now);
        Says(amina, RsvpAnswer.No);
        Assert.Equal(later, Open().Single().CallNext);

        calls.Add(
            new CallAttempt
            {
                InvitationId = later.Id,
                ById = 1,
                At = now,
                Outcome = CallOutcome.NotReached,
                CallAgainOn = DateOnly.FromDateTime(now).AddDays(1),
            }
        );
        Assert.Equal(concept, Open().Single().CallNext);
        concept.Person!.AskRemoval(now);
        Assert.Null(Open().Single().CallNext);
        now = now.AddDays(10);
        later.Withdraw(table, Hand.Self, now);
        Assert.Equal(silent, Open().Single().CallNext);
        Assert.DoesNotContain(other, Open().Select(item => item.CallNext));
    }

    private IReadOnlyList<OpenCancellation> Open() =>
        new Cancellations(Zone).Of(
            table,
            [
                .. people.Select(item => new CallFacts(
                    item,
                    [],
                    null,
                    [.. calls.Where(call => call.InvitationId == item.Id)]
                )),
            ],
            now
        );

    private Invitation Add(int perspective)
    {
        var invitation = new Invitation
        {
            GatheringId = 1,
            PersonId = people.Count + 1,
            Person = new Person { FirstName = $"P{people.Count + 1}", Email = "iemand@voorbeeld.example" },
            PerspectiveId = perspective,
            ViaWhom = "Anna",
            CreatedAt = now,
        };
        typeof(Invitation).GetProperty(nameof(Invitation.Id))!.SetValue(invitation, people.Count + 1);
        people.Add(invitation);
        return invitation;
    }

    private Invitation Asked(Invitation invitation)
    {
        invitation.Approach(new Hand(ContactChannel.Mail, 99), now);
        return invitation;
    }

    private Invitation Says(Invitation invitation, RsvpAnswer answer)
    {
        var plan = SeatPlan.Of(
            table,
            now,
            people
                .Where(item => item.Answer == RsvpAnswer.Yes)
                .Select(item => new SeatClaim(
                    item.Id,
                    item.PerspectiveId,
                    item.AnsweredAt!.Value,
                    item.SeatedAt is not null
                ))
        );
        invitation.Respond(answer, table, plan, Hand.Self, now);
        return invitation;
    }

    private static Gathering MakeTable()
    {
        var kind = GatheringKind.DialogueTable();
        kind.HoldsChairs = false;
        return new Gathering
        {
            KindId = 0,
            Kind = kind,
            Number = 1,
            Focus = GatheringFocus.Open,
            StartsAt = TableStarts,
            Minutes = 150,
            MinSeats = 2,
            MaxSeats = 3,
            ApproachFrom = 15,
            ApproachTo = 20,
            ReleaseDays = 14,
        };
    }
}
