using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Series;

/// <summary>How many people sit at a table of eight to ten chairs and are approached for it.</summary>
public sealed class ResizeTests
{
    private readonly Gathering table = Gathering.Of(GatheringKind.DialogueTable(), 1);

    [Fact]
    public void Numbers_that_fit_are_set()
    {
        table.Resize(new(6, 9, 12, 18), seated: 9);

        Assert.Equal((6, 9, 12, 18), (table.MinSeats, table.MaxSeats, table.ApproachFrom, table.ApproachTo));
        table.Resize(new(6, 6, 12, 12), seated: 0);
        Assert.Equal((6, 6, 12, 12), (table.MinSeats, table.MaxSeats, table.ApproachFrom, table.ApproachTo));
    }

    [Fact]
    public void The_smallest_is_not_above_the_largest()
    {
        Refused(new(11, 10, 15, 20), 0, "MinSeats", "Het kleinste aantal is groter dan het grootste.");
        Refused(new(8, 10, 21, 20), 0, "ApproachFrom", "Het kleinste aantal is groter dan het grootste.");
    }

    [Fact]
    public void Wanted_chairs_are_not_taken_away()
    {
        table.Wanted.AddRange([new() { PerspectiveId = 1, Wanted = 4 }, new() { PerspectiveId = 2, Wanted = 3 }]);

        Refused(
            new(5, 6, 15, 20),
            0,
            "MaxSeats",
            "U vraagt voor deze tafel 7 mensen van bepaalde partijen. Maak die aantallen eerst kleiner, bij Partijen "
                + "en aantallen."
        );
        table.Resize(new(5, 7, 15, 20), seated: 0);
        Assert.Equal(7, table.MaxSeats);
    }

    [Fact]
    public void Taken_chairs_are_not_taken_away_and_those_above_the_maximum_need_no_new_ones()
    {
        Refused(new(5, 8, 15, 20), 9, "MaxSeats", "Er zitten al 9 mensen aan tafel. Minder stoelen kan niet.");
        // Two were added by hand above the ten chairs: the ten stay, and eleven is fine too.
        Refused(new(5, 9, 15, 20), 12, "MaxSeats", "Er zitten al 12 mensen aan tafel. Minder stoelen kan niet.");
        table.Resize(new(5, 10, 15, 20), seated: 12);
        table.Resize(new(5, 11, 15, 20), seated: 12);
        Assert.Equal(11, table.MaxSeats);
    }

    private void Refused(TableNumbers numbers, int seated, string field, string words)
    {
        var refusal = Assert.Throws<DomainRuleException>(() => table.Resize(numbers, seated));

        Assert.Equal((field, words), (refusal.Field, refusal.Message));
        Assert.Equal((8, 10, 15, 20), (table.MinSeats, table.MaxSeats, table.ApproachFrom, table.ApproachTo));
    }
}
