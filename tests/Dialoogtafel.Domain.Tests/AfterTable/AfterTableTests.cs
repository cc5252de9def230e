using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tests.Invitations;

namespace Dialoogtafel.Domain.Tests.AfterTable;

/// <summary>Who was there, who may look back, and what the table brought them.</summary>
public sealed class AfterTableTests
{
    private static readonly DateTime Start = InvitedGuest.Start;
    private static readonly DateTime After = Start.AddHours(4);

    [Theory]
    // Nobody ticked: who had a chair.
    [InlineData(RsvpAnswer.Yes, true, null, true)]
    [InlineData(RsvpAnswer.Yes, false, null, false)]
    [InlineData(RsvpAnswer.Contribute, true, null, false)]
    [InlineData(null, true, null, false)]
    // Somebody did: that counts, whatever was answered.
    [InlineData(RsvpAnswer.No, true, Presence.Present, true)]
    [InlineData(null, true, Presence.Present, true)]
    [InlineData(RsvpAnswer.Yes, true, Presence.Absent, false)]
    public void Who_was_there_looks_back(RsvpAnswer? answer, bool chair, Presence? ticked, bool open)
    {
        var guest = new InvitedGuest();
        if (answer is { } said)
        {
            guest.Says(said, chair);
        }

        Assert.Equal(open, LookBack.IsOpenFor(guest.Invitation, guest.Table, Ticked(ticked), After));
    }

    [Fact]
    public void Looking_back_begins_with_the_table_and_not_for_one_that_was_called_off_or_who_left_the_list()
    {
        var guest = new InvitedGuest().Says(RsvpAnswer.Yes);
        Assert.False(IsOpen(Start.AddTicks(-1)));
        Assert.True(IsOpen(Start));
        guest.Table.Cancel(null, guest.Now);
        Assert.False(IsOpen(After));

        var gone = new InvitedGuest().Says(RsvpAnswer.Yes);
        gone.Invitation.Withdraw(gone.Table, Hand.Self, gone.Now);
        Assert.False(LookBack.IsOpenFor(gone.Invitation, gone.Table, Ticked(Presence.Present), After));

        bool IsOpen(DateTime now) => LookBack.IsOpenFor(guest.Invitation, guest.Table, null, now);
    }

    [Fact]
    public void A_tick_keeps_its_first_date_until_it_changes()
    {
        var row = Ticked(Presence.Present)!;
        Assert.False(row.Tick(Presence.Present, by: 8, After.AddHours(1)));
        Assert.Equal((After, 7, true), (row.At, row.ById, row.IsPresent));

        Assert.True(row.Tick(Presence.Absent, by: 8, After.AddHours(1)));
        Assert.Equal((After.AddHours(1), 8, false), (row.At, row.ById, row.IsPresent));
    }

    [Fact]
    public void Nobody_ticks_before_the_table_begins_or_when_it_was_called_off()
    {
        var guest = new InvitedGuest();
        Assert.Throws<DomainRuleException>(() => Attendance.CheckOpen(guest.Table, Start.AddTicks(-1)));
        Attendance.CheckOpen(guest.Table, Start);

        Assert.Throws<DomainRuleException>(() =>
            Attendance.CheckOpen(Gathering.Of(GatheringKind.DialogueTable(), 1), After)
        );
        guest.Table.Cancel(null, guest.Now);
        Assert.Throws<DomainRuleException>(() => Attendance.CheckOpen(guest.Table, After));
    }

    [Fact]
    public void Of_several_tellings_the_newest_counts()
    {
        var first = Told(1, FetchOutcome.No, minutes: 0);
        var newest = Told(1, FetchOutcome.Yes, minutes: 9);

        Assert.Same(newest, FetchCheck.Newest([newest, first]));
        Assert.Null(FetchCheck.Newest([]));
    }

    [Fact]
    public void A_table_is_counted_by_the_newest_telling_of_each_who_was_there()
    {
        var count = FetchCount.Of(
            [1, 2, 3, 4, 5],
            [
                Told(1, FetchOutcome.No, minutes: 0),
                Told(1, FetchOutcome.Yes, minutes: 5),
                Told(2, FetchOutcome.Partly, minutes: 1),
                Told(3, FetchOutcome.Partly, minutes: 2),
                Told(4, FetchOutcome.No, minutes: 3),
                // Was not there.
                Told(9, FetchOutcome.No, minutes: 4),
            ]
        );

        Assert.Equal(new FetchCount(Present: 5, Yes: 1, Partly: 2, No: 1), count);
        Assert.Equal(4, count.Told);
        Assert.Equal(new FetchCount(0, 0, 0, 0), FetchCount.Of([], [Told(1, FetchOutcome.Yes, minutes: 0)]));
    }

    private static Attendance? Ticked(Presence? presence)
    {
        if (presence is not { } ticked)
        {
            return null;
        }

        var row = new Attendance { GatheringId = 1, PersonId = 1 };
        Assert.True(row.Tick(ticked, by: 7, After));
        return row;
    }

    private static FetchCheck Told(int invitation, FetchOutcome outcome, int minutes) =>
        new()
        {
            InvitationId = invitation,
            Outcome = outcome,
            At = After.AddMinutes(minutes),
            Channel = ContactChannel.Page,
        };
}
