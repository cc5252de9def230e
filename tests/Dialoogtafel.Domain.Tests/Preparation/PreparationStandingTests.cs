using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Tests.Preparation;

public sealed class PreparationStandingTests
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Who_comes_and_has_open_questions_is_waited_for_until_each_has_an_answer()
    {
        var set = QuestionPresets.General(1, 1, Now);
        Number(set);

        Assert.Equal(PreparationStanding.Waiting, Of(RsvpAnswer.Yes, set));
        Assert.Equal(PreparationStanding.Waiting, Of(RsvpAnswer.Yes, set, [1, 2]));
        Assert.Equal(PreparationStanding.Done, Of(RsvpAnswer.Yes, set, [1, 2, 3]));
        set.Questions[2].Retire(Now);
        Assert.Equal(PreparationStanding.Done, Of(RsvpAnswer.Yes, set, [1, 2]));
    }

    [Theory]
    [InlineData(PreparedBy.Answering)]
    [InlineData(PreparedBy.Thinking)]
    public void Who_says_so_is_done_and_may_go_on(PreparedBy by)
    {
        var preparation = new PreparationProgress { InvitationId = 1 };
        preparation.Finish(by, Now);
        Assert.Equal(
            PreparationStanding.Done,
            Of(RsvpAnswer.Yes, QuestionPresets.General(1, 1, Now), preparation: preparation)
        );

        preparation.Reopen();
        Assert.Equal(
            PreparationStanding.Waiting,
            Of(RsvpAnswer.Yes, QuestionPresets.General(1, 1, Now), preparation: preparation)
        );
    }

    [Fact]
    public void Nobody_is_asked_while_nothing_is_ready_after_a_nee_or_by_a_set_for_others_or_with_instructions_alone()
    {
        var set = QuestionPresets.General(1, 1, Now);
        Assert.Equal(PreparationStanding.NotAsked, Of(RsvpAnswer.Yes, set, ready: false));
        Assert.Equal(PreparationStanding.NotAsked, Of(RsvpAnswer.No, set));

        set.Role = ParticipationRole.Informant;
        Assert.Equal(PreparationStanding.NotAsked, Of(RsvpAnswer.Yes, set));
        Assert.Equal(PreparationStanding.Waiting, Of(RsvpAnswer.Contribute, set));

        var read = QuestionPresets.SolutionsAndActions(1, 1, Now);
        read.Questions.RemoveAll(question => question.TakesAnswer);
        Assert.Equal(PreparationStanding.NotAsked, Of(RsvpAnswer.Yes, read));
    }

    private static PreparationStanding Of(
        RsvpAnswer answer,
        QuestionSet set,
        int[]? answered = null,
        PreparationProgress? preparation = null,
        bool ready = true
    )
    {
        var table = Gathering.Of(GatheringKind.DialogueTable(), 1);
        var invitation = new Invitation
        {
            GatheringId = 1,
            PersonId = 1,
            PerspectiveId = 1,
            ViaWhom = "Anna",
        };
        invitation.Respond(answer, table, new SeatPlan(10, new Dictionary<int, int>(), true, []), Hand.Self, Now);
        return PreparationStandings.Of(invitation, ready, [set], answered ?? [], preparation);
    }

    private static void Number(QuestionSet set)
    {
        foreach (var (index, question) in set.Questions.Index())
        {
            typeof(Question).GetProperty(nameof(Question.Id))!.SetValue(question, index + 1);
        }
    }
}
