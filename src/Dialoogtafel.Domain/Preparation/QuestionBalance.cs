using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Preparation;

/// <summary>
/// Success before problems. Advice, never a block: what is asked first sets the tone of the answers.
/// </summary>
public static class QuestionBalance
{
    // The team's own questions say nowhere that they are about problems, but in their words.
    private static readonly string[] ProblemWords =
    [
        "knelpunt",
        "probleem",
        "problemen",
        "loopt u tegen",
        "loop je tegen",
        "lastig",
        "moeilijk",
        "mis gaat",
        "misging",
        "belemmer",
        "obstakel",
        "drempel",
        "niet werkt",
        "niet lukt",
    ];

    /// <summary>
    /// Whether somebody would be asked about problems before an example that went well, or at a table about problems
    /// and chances never about one.
    /// </summary>
    /// <param name="sets">All sets of the table.</param>
    public static bool LacksSuccessFirst(IEnumerable<QuestionSet> sets, GatheringFocus focus)
    {
        var asked = sets.OrderBy(set => set.Place)
            .ThenBy(set => set.Id)
            .SelectMany(set =>
                set.Questions.Where(item => item.IsAsked && item.TakesAnswer)
                    .OrderBy(item => item.Place)
                    .ThenBy(item => item.Id)
                    .Select(question => (Set: set, Question: question))
            )
            .ToList();
        var successes = asked.Index().Where(item => item.Item.Question.Subject == QuestionSubject.Success).ToList();
        return asked.Count > 0
            && (
                (focus == GatheringFocus.ProblemsAndChances && successes.Count == 0)
                || asked
                    .Index()
                    .Any(item =>
                        IsAboutProblems(item.Item.Question)
                        && !successes.Any(success =>
                            success.Index < item.Index && Reaches(success.Item.Set, item.Item.Set)
                        )
                    )
            );
    }

    private static bool IsAboutProblems(Question question) =>
        question.Subject == QuestionSubject.Other
        && Array.Exists(ProblemWords, word =>
            question.Wording.Text.Nl.Contains(word, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Everybody who gets <paramref name="other"/> gets <paramref name="set"/> too.</summary>
    private static bool Reaches(QuestionSet set, QuestionSet other) =>
        (set.Role is null || set.Role == other.Role)
        && (set.PerspectiveId is null || set.PerspectiveId == other.PerspectiveId);
}
