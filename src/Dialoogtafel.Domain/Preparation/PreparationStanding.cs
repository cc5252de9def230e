using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.Preparation;

/// <summary>
/// How far the preparation of one person is, for mails and for the list of people to call; nothing of what she wrote.
/// </summary>
public enum PreparationStanding
{
    /// <summary>There is no question for her, or they are not ready.</summary>
    NotAsked,

    /// <summary>Something is still open, and she did not say that she is done.</summary>
    Waiting,

    /// <summary>She said so (thinking counts), or every question has an answer.</summary>
    Done,
}

/// <summary>The one rule by which a standing follows from what is stored.</summary>
public static class PreparationStandings
{
    /// <param name="ready">The questions of the table stand ready.</param>
    /// <param name="sets">All sets of the table, with their questions.</param>
    /// <param name="answered">The questions to which this person has an answer.</param>
    /// <param name="preparation">Null while nothing of it was kept.</param>
    public static PreparationStanding Of(
        Invitation invitation,
        bool ready,
        IEnumerable<QuestionSet> sets,
        IEnumerable<int> answered,
        PreparationProgress? preparation
    )
    {
        var asked = !ready
            ? []
            : sets.Where(set => set.IsFor(invitation))
                .SelectMany(set => set.Questions)
                .Where(question => question is { IsAsked: true, TakesAnswer: true })
                .Select(question => question.Id)
                .ToList();
        return asked.Count == 0 ? PreparationStanding.NotAsked
            : preparation?.DoneAt is not null || asked.All(answered.Contains) ? PreparationStanding.Done
            : PreparationStanding.Waiting;
    }
}
