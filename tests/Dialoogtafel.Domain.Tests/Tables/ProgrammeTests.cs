using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tables;

namespace Dialoogtafel.Domain.Tests.Tables;

public sealed class ProgrammeTests
{
    private static readonly DateTime Now = new(2026, 12, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Appointer Organiser = new(9, true, true, false);

    [Theory]
    [InlineData(GatheringFocus.ProblemsAndChances, "5 10 20 10 15 15 25 5 20 10 5 10")]
    [InlineData(GatheringFocus.SolutionsAndActions, "5 10 15 10 15 15 25 5 20 15 5 10")]
    public void The_templates_fill_150_minutes_with_two_pauses_and_at_most_an_hour_on_end(
        GatheringFocus focus,
        string minutes
    )
    {
        var steps = ProgrammeTemplates.For(Table(focus));
        var programme = new Programme(steps, 150);

        Assert.Equal(minutes, string.Join(' ', steps.Select(step => step.Minutes)));
        Assert.Equal((150, 0), (programme.Minutes, programme.Over));
        Assert.Equal(2, steps.Count(step => step.Form == StepForm.Pause));
        Assert.InRange(programme.Stretch, 1, Programme.LongestStretch);
        Assert.Empty(programme.WithoutInstruction);
        Assert.Equal(Enumerable.Range(1, 12), steps.Select(step => step.Place));
    }

    [Fact]
    public void The_time_of_a_step_follows_from_the_minutes_before_it()
    {
        var programme = new Programme([Step(2, 10), Step(1, 5), Step(3, 20)], 40);

        Assert.Equal([(1, 0), (2, 5), (3, 15)], programme.Steps.Select(item => (item.Step.Place, item.After)));
        Assert.Equal(-5, programme.Over);
    }

    [Fact]
    public void A_step_moves_one_place_and_the_ends_stay_where_they_are()
    {
        ProgrammeStep[] steps = [Step(1, 5), Step(2, 6), Step(3, 7)];

        Programme.Move(steps, steps[2], up: true);
        Assert.Equal([5, 7, 6], Minutes(steps));
        Programme.Move(steps, steps[0], up: true);
        Programme.Move(steps, steps[1], up: false);
        Assert.Equal([5, 7, 6], Minutes(steps));
        Assert.Equal([1, 2, 3], steps.Select(step => step.Place).Order());
    }

    [Fact]
    public void A_step_that_only_its_maker_could_lead_is_named_and_a_pause_needs_no_words()
    {
        var (bare, pause) = (Step(1, 5), Step(2, 5));
        pause.Form = StepForm.Pause;

        Assert.Equal([bare], new Programme([bare, pause], 10).WithoutInstruction);
    }

    [Fact]
    public void The_reserve_takes_the_place_of_one_facilitator_and_there_is_no_reserve_left()
    {
        var table = Table(GatheringFocus.ProblemsAndChances);
        Assert.Throws<DomainRuleException>(() => table.HandOver(process: true, Organiser, answered: false, Now));
        (table.ProcessFacilitatorId, table.ContentFacilitatorId, table.ReserveFacilitatorId) = (1, 2, 3);

        table.HandOver(process: true, Organiser, answered: false, Now);

        Assert.Equal(
            (3, 2, null),
            (table.ProcessFacilitatorId, table.ContentFacilitatorId, table.ReserveFacilitatorId)
        );
        table.ReserveFacilitatorId = 2;
        Assert.Throws<DomainRuleException>(() => table.HandOver(process: true, Organiser, answered: false, Now));
    }

    [Fact]
    public void The_list_of_materials_counts_with_the_people()
    {
        var list = Material.Preset(1, 10);

        Assert.Equal(13, list.Count);
        Assert.Contains(list, item => item.Name.StartsWith("Geeltjes, minstens 100", StringComparison.Ordinal));
        Assert.Contains(list, item => item.Name.EndsWith("(A4 of A3), 5", StringComparison.Ordinal));
        list[0].Tick(7, DateTime.UnixEpoch);
        Assert.Equal(7, list[0].DoneById);
        list[0].Untick();
        Assert.Null(list[0].DoneAt);
    }

    static IEnumerable<int> Minutes(IEnumerable<ProgrammeStep> steps) =>
        steps.OrderBy(step => step.Place).Select(step => step.Minutes);

    static ProgrammeStep Step(int place, int minutes) =>
        new()
        {
            GatheringId = 1,
            Place = place,
            Title = $"Stap {place}",
            Minutes = minutes,
            Form = StepForm.Plenary,
            Lead = StepLead.Process,
        };

    static Gathering Table(GatheringFocus focus) =>
        new()
        {
            KindId = 1,
            Number = 1,
            Focus = focus,
            Minutes = 150,
            MinSeats = 8,
            MaxSeats = 10,
            ApproachFrom = 15,
            ApproachTo = 20,
            ReleaseDays = 7,
        };
}
