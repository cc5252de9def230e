using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Series;

public sealed class SeatPlanTests
{
    private const int Lived = 1;
    private const int Town = 2;
    private const int Care = 3;
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_held_chair_goes_to_its_own_perspective_only()
    {
        var plan = Plan(chairs: 3, wanted: [(Lived, 2)], seated: [Town]);

        Assert.False(plan.HasChairFor(Town));
        Assert.True(plan.HasChairFor(Lived));
        Assert.Equal(2, plan.HeldFor(Lived));
    }

    [Fact]
    public void A_perspective_over_its_wanted_number_takes_a_free_chair()
    {
        var plan = Plan(chairs: 4, wanted: [(Lived, 1), (Town, 1)], seated: [Lived]);

        Assert.Equal(2, plan.FreeForAll);
        Assert.True(plan.HasChairFor(Lived));
    }

    [Fact]
    public void From_the_release_date_on_nothing_is_held()
    {
        var plan = Plan(chairs: 2, wanted: [(Lived, 2)], seated: [Town], released: true);

        Assert.True(plan.HasChairFor(Care));
        Assert.Equal(1, plan.FreeForAll);
    }

    [Fact]
    public void A_newcomer_does_not_pass_a_person_who_waits()
    {
        var plan = Plan(chairs: 2, wanted: [], seated: [Town], waiting: [(Care, 1)]);

        Assert.False(plan.HasChairFor(Town));
        Assert.Single(plan.ToCall);
    }

    [Fact]
    public void A_newcomer_for_a_held_chair_passes_people_who_cannot_have_it()
    {
        var plan = Plan(chairs: 2, wanted: [(Lived, 1)], seated: [Town], waiting: [(Care, 1)]);

        Assert.True(plan.HasChairFor(Lived));
        Assert.Empty(plan.ToCall);
    }

    [Fact]
    public void Waiting_people_are_ordered_by_missing_perspective_then_by_time()
    {
        var plan = Plan(
            chairs: 1,
            wanted: [(Lived, 1)],
            seated: [Town],
            waiting: [(Care, 1), (Lived, 3), (Care, 2), (Lived, 4)]
        );

        Assert.Equal(
            [(Lived, 3), (Lived, 4), (Care, 1), (Care, 2)],
            plan.Waiting.Select(claim => (claim.PerspectiveId, (claim.AnsweredAt - Now).Minutes))
        );
    }

    [Fact]
    public void Above_the_maximum_nothing_is_free_whatever_is_held()
    {
        var plan = Plan(chairs: 1, wanted: [(Lived, 1)], seated: [Town, Town]);

        Assert.Equal(0, plan.Empty);
        Assert.False(plan.HasChairFor(Lived));
    }

    [Fact]
    public void Random_answers_keep_every_promise_of_the_rule()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2_000; round++)
        {
            var chairs = random.Next(1, 12);
            var wanted = new Dictionary<int, int> { [Lived] = random.Next(0, chairs + 1) };
            wanted[Town] = random.Next(0, chairs - wanted[Lived] + 1);
            var claims = new List<SeatClaim>();
            for (var person = 1; person <= 30; person++)
            {
                var perspective = random.Next(1, 4);
                var before = new SeatPlan(chairs, wanted, released: false, claims);
                var seat = before.HasChairFor(perspective);
                Assert.True(!seat || before.Empty > 0, "a ja was seated on a chair that does not exist");
                Assert.True(
                    seat
                        || before.HeldFor(perspective) == 0
                        || before.Waiting.Any(claim => claim.PerspectiveId == perspective),
                    "a held chair was refused to its perspective"
                );
                claims.Add(new SeatClaim(person, perspective, Now.AddMinutes(person), seat));
                if (random.Next(4) == 0)
                {
                    claims.RemoveAt(random.Next(claims.Count));
                }
            }

            Assert.True(claims.Count(claim => claim.Seated) <= chairs);
        }
    }

    private static SeatPlan Plan(
        int chairs,
        (int Perspective, int Wanted)[] wanted,
        int[] seated,
        (int Perspective, int Minute)[]? waiting = null,
        bool released = false
    ) =>
        new(
            chairs,
            wanted.ToDictionary(item => item.Perspective, item => item.Wanted),
            released,
            [
                .. seated.Select(
                    (perspective, at) => new SeatClaim(at + 1, perspective, Now.AddMinutes(-60 + at), true)
                ),
                .. (waiting ?? []).Select(
                    (item, at) => new SeatClaim(100 + at, item.Perspective, Now.AddMinutes(item.Minute), false)
                ),
            ]
        );
}
