using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Preparation;

public sealed class QuestionSetTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_question_moves_past_one_that_is_not_asked_and_never_off_the_ends()
    {
        var set = QuestionPresets.ProblemsAndChances(1, 1, Now);
        var (first, second, third) = (set.Questions[0], set.Questions[1], set.Questions[2]);
        set.TakeOff(second, Now);

        set.Move(first, up: true);
        Assert.Equal([first, third], set.Questions.Where(item => item.IsAsked).OrderBy(item => item.Place).Take(2));

        set.Move(third, up: true);
        Assert.Equal([third, first], set.Questions.Where(item => item.IsAsked).OrderBy(item => item.Place).Take(2));
        Assert.Equal(set.Questions.Count, set.Questions.Select(item => item.Place).Distinct().Count());
    }

    [Fact]
    public void Halen_takes_brengen_along_in_both_directions_and_another_question_goes_alone()
    {
        var set = QuestionPresets.General(1, 1, Now);

        Assert.Equal(2, set.TakeOff(set.Questions[2], Now));
        Assert.Equal(0, set.TakeOff(set.Questions[1], Now));
        set.AskAgain(set.Questions[1]);
        Assert.All(set.Questions, item => Assert.True(item.IsAsked));
        Assert.Equal(1, set.TakeOff(set.Questions[0], Now));
    }

    [Fact]
    public void The_presets_ask_success_before_problems_and_without_it_or_behind_it_they_do_not()
    {
        var (general, set) = (QuestionPresets.General(1, 1, Now), QuestionPresets.ProblemsAndChances(1, 2, Now));
        Assert.False(QuestionBalance.LacksSuccessFirst([general, set], GatheringFocus.ProblemsAndChances));

        for (var times = 0; times < 4; times++)
        {
            set.Move(set.Questions[0], up: false);
        }

        Assert.True(QuestionBalance.LacksSuccessFirst([general, set], GatheringFocus.Open));
        set.TakeOff(set.Questions[0], Now);
        Assert.True(QuestionBalance.LacksSuccessFirst([general, set], GatheringFocus.Open));
        Assert.True(QuestionBalance.LacksSuccessFirst([general], GatheringFocus.ProblemsAndChances));
        Assert.False(QuestionBalance.LacksSuccessFirst([general], GatheringFocus.Open));
    }

    [Fact]
    public void An_example_that_only_some_are_asked_for_does_not_count_for_all()
    {
        var (some, all) = (
            QuestionPresets.ProblemsAndChances(1, 1, Now),
            QuestionPresets.ProblemsAndChances(1, 2, Now)
        );
        all.TakeOff(all.Questions[0], Now);
        Assert.False(QuestionBalance.LacksSuccessFirst([some, all], GatheringFocus.ProblemsAndChances));

        some.PerspectiveId = 3;
        Assert.True(QuestionBalance.LacksSuccessFirst([some, all], GatheringFocus.ProblemsAndChances));
    }
}
