using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation;

/// <summary>A question with the set that it comes from.</summary>
public sealed record AskedQuestion(QuestionSet Set, Question Question);

/// <summary>What one person is asked beforehand, and what she answered so far.</summary>
/// <param name="Asked">In the order of asking, instructions included; empty while the questions are not ready or none
/// is meant for her.</param>
/// <param name="Former">Questions that she answered and that are not asked of her any more.</param>
/// <param name="Answers">Oldest first; several to one question when it was typed in several places.</param>
public sealed record OwnPreparation(
    IReadOnlyList<AskedQuestion> Asked,
    IReadOnlyList<AskedQuestion> Former,
    IReadOnlyList<Answer> Answers,
    PreparationProgress? Preparation,
    ParticipationRole? Role
)
{
    /// <summary>How many questions have no answer yet; instructions are not counted.</summary>
    public int Open =>
        Asked.Count(item => item.Question.TakesAnswer && !Answers.Any(answer => answer.QuestionId == item.Question.Id));

    /// <summary>How many questions there are to answer.</summary>
    public int Count => Asked.Count(item => item.Question.TakesAnswer);

    /// <summary>Nothing is waited for: she said so, or everything has an answer.</summary>
    public bool IsReady => Preparation?.DoneAt is not null || Open == 0;

    public bool AtDistance => Role == ParticipationRole.Informant;

    /// <param name="ready">The questions of the table stand ready.</param>
    /// <param name="sets">All sets of the table, in the order of asking.</param>
    /// <param name="answers">Of this invitation, oldest first.</param>
    public static OwnPreparation Of(
        Invitation invitation,
        bool ready,
        IEnumerable<QuestionSet> sets,
        IReadOnlyList<Answer> answers,
        PreparationProgress? preparation
    )
    {
        var all = sets.SelectMany(set =>
                set.Questions.OrderBy(item => item.Place)
                    .ThenBy(item => item.Id)
                    .Select(question => new AskedQuestion(set, question))
            )
            .ToList();
        var asked = all.FindAll(item => ready && item.Question.IsAsked && item.Set.IsFor(invitation));
        var former = all.Except(asked).Where(item => answers.Any(answer => answer.QuestionId == item.Question.Id));
        return new OwnPreparation(asked, [.. former], answers, preparation, QuestionSet.RoleOf(invitation));
    }
}

/// <summary>Reads the preparation of one person; a fixed number of queries.</summary>
public sealed class PreparationReader(DialoogtafelDb db)
{
    /// <summary>A question of this table, also one that is not asked any more; null when there is no such.</summary>
    public async Task<AskedQuestion?> FindAsync(int gathering, int question, CancellationToken stop) =>
        await db
            .QuestionSets.AsNoTracking()
            .Include(item => item.Questions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(
                item => item.GatheringId == gathering && item.Questions.Any(own => own.Id == question),
                stop
            )
            is { } set
            ? new AskedQuestion(set, set.Questions.Single(item => item.Id == question))
            : null;

    /// <summary>Whether this person would find questions if she thought along at a distance.</summary>
    /// <param name="invitation">With its gathering.</param>
    public async Task<bool> AsksAtDistanceAsync(Invitation invitation, CancellationToken stop) =>
        invitation.Gathering!.QuestionsReadyAt is not null
        && await db.QuestionSets.AnyAsync(
            set =>
                set.GatheringId == invitation.GatheringId
                && (set.Role == null || set.Role == ParticipationRole.Informant)
                && (set.PerspectiveId == null || set.PerspectiveId == invitation.PerspectiveId)
                && set.Questions.Any(item => item.RetiredAt == null && !QuestionKinds.Unanswered.Contains(item.Kind)),
            stop
        );

    /// <param name="invitation">With its gathering.</param>
    public async Task<OwnPreparation> ReadAsync(Invitation invitation, CancellationToken stop)
    {
        var sets = await db
            .QuestionSets.AsNoTracking()
            .Include(item => item.Questions)
            .Where(item => item.GatheringId == invitation.GatheringId)
            .OrderBy(item => item.Place)
            .ThenBy(item => item.Id)
            .AsSplitQuery()
            .ToListAsync(stop);
        var answers = await db
            .Answers.AsNoTracking()
            .Where(item => item.InvitationId == invitation.Id)
            .OrderBy(item => item.Id)
            .ToListAsync(stop);
        var preparation = await db
            .Preparations.AsNoTracking()
            .SingleOrDefaultAsync(item => item.InvitationId == invitation.Id, stop);
        return OwnPreparation.Of(
            invitation,
            invitation.Gathering!.QuestionsReadyAt is not null,
            sets,
            answers,
            preparation
        );
    }
}
