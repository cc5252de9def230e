using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Preparation;

public sealed class QuestionTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Other_words_are_a_new_wording_and_the_same_words_are_not()
    {
        var question = QuestionPresets.General(1, 1, Now).Questions[0];

        question.Reword(new QuestionWording { Text = question.Wording.Text, AtDistance = question.Wording.AtDistance });
        Assert.Single(question.Wordings);

        question.Reword(new QuestionWording { Text = new("Wat hoopt u?", "") });
        Assert.Equal(2, question.Wording.Number);
        Assert.Equal("Wat hoopt u?", question.Wording.Text.In("en"));
    }

    [Theory]
    [InlineData("Text", "", "", "Schrijf de vraag op.")]
    [InlineData("Choice", "Wat kiest u?", "een", "Schrijf minstens twee keuzes op, elk op een eigen regel.")]
    [InlineData(
        "Scale",
        "Hoeveel weet u ervan?",
        "weinig\nwat\nveel",
        "Schrijf twee regels op: wat links staat en wat rechts staat."
    )]
    public void A_question_that_cannot_be_answered_is_refused(string kind, string text, string options, string message)
    {
        var question = new Question { Place = 1, Kind = QuestionKinds.Of(kind) };

        var refusal = Assert.Throws<DomainRuleException>(() =>
            question.Reword(new QuestionWording { Text = new(text, ""), Options = new(options, "") })
        );

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public void Success_is_asked_before_problems_and_every_text_has_its_English()
    {
        var set = QuestionPresets.ProblemsAndChances(1, 1, Now);

        Assert.Equal(QuestionSubject.Success, set.Questions[0].Subject);
        Assert.All(
            new[]
            {
                set,
                QuestionPresets.General(1, 1, Now),
                QuestionPresets.SolutionsAndActions(1, 1, Now),
            }.SelectMany(item => item.Questions),
            question =>
            {
                Assert.NotEmpty(question.Wording.Text.En);
                Assert.Equal(question.Wording.Help.IsEmpty, question.Wording.Help.En.Length == 0);
            }
        );
    }

    [Fact]
    public void Questions_to_take_along_are_read_by_nobody_else_unless_she_chooses_so()
    {
        var set = QuestionPresets.SolutionsAndActions(1, 1, Now);
        var answer = new Answer
        {
            InvitationId = 1,
            QuestionId = 1,
            WordingId = 1,
            Words = new SealedText([]),
            At = Now,
            Channel = ContactChannel.Page,
        };

        Assert.Equal(AnswerReaders.OnlyMe, answer.ReadBy(set, null));
        Assert.Equal(
            AnswerReaders.Facilitators,
            answer.ReadBy(set, new PreparationProgress { InvitationId = 1, Readers = AnswerReaders.Facilitators })
        );
        answer.Readers = AnswerReaders.BoardWithoutName;
        Assert.Equal(
            AnswerReaders.BoardWithoutName,
            answer.ReadBy(set, new PreparationProgress { InvitationId = 1, Readers = AnswerReaders.OnlyMe })
        );
    }

    [Fact]
    public void Questions_stand_ready_only_when_people_can_be_told_who_reads_the_answers()
    {
        var table = Gathering.Of(GatheringKind.DialogueTable(), 1);
        table.StartsAt = Now.AddDays(30);

        Assert.Throws<DomainRuleException>(() => table.PutQuestionsReady(Now));
        table.ProcessFacilitatorId = 7;
        table.PutQuestionsReady(Now);

        Assert.Equal(Now, table.QuestionsReadyAt);
    }
}
