using Dialoogtafel.Domain.Preparation;

namespace Dialoogtafel.Domain.Tests.Preparation;

public sealed class QuestionKindTests
{
    private static readonly QuestionWording Ways = new()
    {
        Text = new("Hoe komt u?", "How do you come?"),
        Options = new("trein\nauto", "train\ncar"),
    };

    [Theory]
    [InlineData("Text", "Ik kom graag", true)]
    [InlineData("Choice", "1", true)]
    [InlineData("Choice", "2", true)]
    [InlineData("Choice", "0", false)]
    [InlineData("Choice", "3", false)]
    [InlineData("Choice", "trein", false)]
    [InlineData("Scale", "1", true)]
    [InlineData("Scale", "5", true)]
    [InlineData("Scale", "6", false)]
    [InlineData("Scale", "", false)]
    public void An_answer_that_means_nothing_is_not_accepted(string kind, string typed, bool accepted) =>
        Assert.Equal(accepted, QuestionKinds.Of(kind).Accepts(typed, Ways));

    [Theory]
    [InlineData("Text", "2", "2", "2", "2")]
    [InlineData("Choice", "2", "car", "auto", "car")]
    [InlineData("Choice", "9", "9", "9", "9")]
    [InlineData("Scale", "2", "2 of 5 (1 is: train, 5 is: car)", "2 van 5 (1 is trein, 5 is auto)", "step 2 of 5")]
    [InlineData("Scale", "niets", "niets", "niets", "niets")]
    public void A_stored_answer_is_shown_in_the_words_that_were_answered(
        string name,
        string stored,
        string shown,
        string toTeam,
        string inDossier
    )
    {
        var kind = QuestionKinds.Of(name);

        Assert.Equal(
            (shown, toTeam, inDossier),
            (kind.Show(stored, Ways, "en"), kind.ShowToTeam(stored, Ways), kind.ShowInDossier(stored, Ways, "en"))
        );
    }

    [Fact]
    public void A_choice_offers_its_options_and_a_scale_five_steps_with_words_at_both_ends()
    {
        Assert.Equal(["trein", "auto"], QuestionKinds.Of("Choice").ChoicesOf(Ways.Options.LinesIn("nl")));
        Assert.Equal(["trein", "", "", "", "auto"], QuestionKinds.Of("Scale").ChoicesOf(Ways.Options.LinesIn("nl")));
        Assert.Empty(QuestionKinds.Usual.ChoicesOf([]));
    }

    /// <summary>These words stand in every database.</summary>
    [Fact]
    public void The_stored_names_stay_as_they_are() =>
        Assert.Empty(
            new[] { "Text", "Scale", "Choice", "Instruction" }.Except(QuestionKinds.All.Select(kind => kind.Name))
        );

    [Fact]
    public void A_kind_is_found_by_its_name_alone()
    {
        Assert.Equal(QuestionKinds.All.Count, QuestionKinds.All.Select(kind => kind.Name).Distinct().Count());
        Assert.All(QuestionKinds.All, kind => Assert.Same(kind, QuestionKinds.Find(kind.Name)));
        Assert.Null(QuestionKinds.Find("text"));
        Assert.Null(QuestionKinds.Find(null));
        Assert.Throws<InvalidOperationException>(() => QuestionKinds.Of("Onbekend"));
    }

    [Fact]
    public void A_question_is_an_open_one_as_long_as_nobody_chose_otherwise()
    {
        Assert.True(QuestionKinds.Usual.IsOwnWords);
        Assert.Null(QuestionKinds.Usual.Remark);
        Assert.Equal("vijf stappen", QuestionKinds.Of("Scale").Remark);
        Assert.Contains(QuestionKinds.Instruction, QuestionKinds.Unanswered);
        Assert.DoesNotContain(QuestionKinds.Usual, QuestionKinds.Unanswered);
    }
}
