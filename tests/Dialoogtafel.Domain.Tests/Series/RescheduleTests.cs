using Dialoogtafel.Domain.Series;
using Xunit;

namespace Dialoogtafel.Domain.Tests.Series;

public class RescheduleTests
{
    private static readonly DateTime Start = new(2026, 12, 9, 12, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void What_stands_in_a_calendar_raises_the_sequence_and_the_same_again_does_not()
    {
        var table = Gathering.Of(GatheringKind.DialogueTable(), 1);

        Assert.True(table.Reschedule(Start, 150, elsewhere: false));
        Assert.False(table.Reschedule(Start, 150, elsewhere: false));
        Assert.Equal(1, table.CalendarSequence);
        Assert.True(table.Reschedule(Start, 120, elsewhere: false));
        Assert.True(table.Reschedule(Start, 120, elsewhere: true));
        Assert.Equal((3, Start.AddMinutes(120)), (table.CalendarSequence, table.EndsAt!.Value));
    }
}
