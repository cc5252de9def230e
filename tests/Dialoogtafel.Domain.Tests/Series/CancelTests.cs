using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Series;

public sealed class CancelTests
{
    private static readonly DateTime Start = new(2026, 12, 3, 13, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Now = Start.AddDays(-20);

    [Fact]
    public void A_cancelled_table_keeps_its_reason_and_raises_the_sequence_of_the_entry()
    {
        var table = Table();
        table.Cancel("  De zaal is dicht. ", Now);
        Assert.Equal((Now, "De zaal is dicht.", 1), (table.CancelledAt, table.CancelReason, table.CalendarSequence));
    }

    [Fact]
    public void Twice_or_after_the_start_is_refused()
    {
        var table = Table();
        Assert.Throws<DomainRuleException>(() => table.Cancel(null, Start));
        table.Cancel(" ", Now);
        Assert.Null(table.CancelReason);
        Assert.Throws<DomainRuleException>(() => table.Cancel("toch", Now));
        Assert.Equal(1, table.CalendarSequence);
    }

    [Fact]
    public void The_sequence_of_a_persons_entry_grows_with_moves_and_with_her_own_answers_alone()
    {
        var (table, anna) = (Table(), Anna());
        Respond(RsvpAnswer.Yes);
        Assert.Equal(0, anna.CalendarSequence(table));
        table.Purpose = "elkaar horen";
        Assert.False(table.Reschedule(Start, table.Minutes, elsewhere: false));
        Assert.Equal(0, anna.CalendarSequence(table));
        table.Reschedule(Start.AddDays(7), table.Minutes, elsewhere: true);
        Assert.Equal(1, anna.CalendarSequence(table));
        Respond(RsvpAnswer.No);
        Respond(RsvpAnswer.Yes);
        Assert.Equal(3, anna.CalendarSequence(table));
        anna.Withdraw(table, Hand.Self, Now);
        anna.Withdraw(table, Hand.Self, Now);
        Assert.Equal(4, anna.CalendarSequence(table));

        void Respond(RsvpAnswer answer) =>
            anna.Respond(answer, table, new SeatPlan(10, new Dictionary<int, int>(), true, []), Hand.Self, Now);
    }

    [Fact]
    public void The_name_of_an_entry_stays_what_it_was_first()
    {
        var anna = Anna();
        Assert.Equal("een@tafel.example", anna.NameEntry("een@tafel.example"));
        Assert.Equal("een@tafel.example", anna.NameEntry("twee@ander.example"));
    }

    private static Gathering Table() =>
        new()
        {
            KindId = 1,
            Number = 1,
            Focus = GatheringFocus.Open,
            StartsAt = Start,
            Minutes = 150,
            MinSeats = 8,
            MaxSeats = 10,
            ApproachFrom = 15,
            ApproachTo = 20,
            ReleaseDays = 14,
        };

    private static Invitation Anna() =>
        new()
        {
            GatheringId = 1,
            PersonId = 1,
            PerspectiveId = 1,
            ViaWhom = "Petra",
        };
}
