using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// What some made-up people answered beforehand: on the site, by phone and on paper; one on two devices, one for
/// herself, one only in thought.
/// </summary>
/// <param name="Words">By the number of the question, from 1 in the order of asking.</param>
/// <param name="End">How it ended; null = still busy.</param>
internal sealed record DemoAnswers(
    string First,
    ContactChannel By,
    PreparedBy? End,
    AnswerReaders? Readers,
    IReadOnlyDictionary<int, string> Words
)
{
    /// <summary>The question that Amina answered once more on her laptop.</summary>
    private const int Twice = 2;

    public static IReadOnlyList<DemoAnswers> All { get; } =
    [
        new(
            "Amina",
            ContactChannel.Page,
            PreparedBy.Answering,
            AnswerReaders.BoardWithoutName,
            new Dictionary<int, string>
            {
                [1] = "Dat wij elkaar laten uitpraten.",
                [Twice] = "Een tip hoe ik op mijn werk vertel wat ik nodig heb.",
                [3] = "Mijn ervaring met opbouwen in kleine stappen.",
                [4] = "Bij de bakkerij. Ik mocht beginnen met twee ochtenden.",
                [5] = "Energie over de dag.",
            }
        ),
        new(
            "Sjoerd",
            ContactChannel.Paper,
            PreparedBy.Answering,
            null,
            new Dictionary<int, string>
            {
                [1] = "Een eerlijk gesprek.",
                [2] = "Mensen die hetzelfde meemaken.",
                [3] = "Ik kan goed luisteren.",
                [6] = "Kans: er is veel goede wil. Lastig: formulieren.",
            }
        ),
        new(
            "Mei-Ling",
            ContactChannel.Phone,
            PreparedBy.Answering,
            null,
            new Dictionary<int, string>
            {
                [1] = "Dat het rustig gaat.",
                [3] = "Zij neemt een zelfgemaakt overzicht van haar week mee.",
                [4] = "Het lukte toen haar chef een vaste collega naast haar zette.",
            }
        ),
        new(
            "Priya",
            ContactChannel.Page,
            null,
            AnswerReaders.OnlyMe,
            new Dictionary<int, string>
            {
                [1] = "Ik wil vooral horen wat ik beter kan doen.",
                [2] = "Voorbeelden voor mijn eigen werk.",
            }
        ),
        new(
            "Marloes",
            ContactChannel.Page,
            null,
            null,
            new Dictionary<int, string>
            {
                [1] = "Wat de gemeente morgen anders kan doen.",
                [5] = "Vervoer en de wachttijd bij een aanvraag.",
            }
        ),
        new("Ruud", ContactChannel.Page, PreparedBy.Thinking, null, new Dictionary<int, string>()),
    ];

    /// <param name="sets">In the order of asking, with their questions.</param>
    /// <param name="from">When the first one began, UTC.</param>
    public static IEnumerable<object> Given(
        IReadOnlyCollection<Invitation> invitations,
        IEnumerable<QuestionSet> sets,
        Person organiser,
        DateTime from,
        FieldCipher cipher
    )
    {
        var questions = sets.SelectMany(set => set.Questions.OrderBy(item => item.Place))
            .Where(item => item.TakesAnswer)
            .ToList();
        foreach (var (at, plan) in All.Index())
        {
            var (invitation, began) = (
                invitations.Single(item => item.Person!.FirstName == plan.First),
                from.AddMinutes(15 * at)
            );
            foreach (var (number, words) in plan.Words)
            {
                yield return plan.Answer(
                    invitation,
                    questions[number - 1],
                    words,
                    "telefoon",
                    organiser,
                    began.AddMinutes(number),
                    cipher
                );
            }

            if (plan.Words.ContainsKey(Twice) && plan.End == PreparedBy.Answering && plan.By == ContactChannel.Page)
            {
                yield return plan.Answer(
                    invitation,
                    questions[Twice - 1],
                    "Weten bij wie ik terechtkan met een vraag over mijn uren.",
                    "laptop",
                    organiser,
                    began.AddMinutes(9),
                    cipher
                );
            }

            var preparation = new PreparationProgress
            {
                InvitationId = invitation.Id,
                Readers = plan.Readers,
                LastQuestionId = plan.Words.Count == 0 ? null : questions[plan.Words.Keys.Max() - 1].Id,
            };
            if (plan.End is { } end)
            {
                preparation.Finish(end, began.AddMinutes(12));
            }

            yield return preparation;
        }
    }

    private Answer Answer(
        Invitation invitation,
        Question question,
        string words,
        string device,
        Person organiser,
        DateTime at,
        FieldCipher cipher
    ) =>
        new()
        {
            InvitationId = invitation.Id,
            QuestionId = question.Id,
            WordingId = question.Wording.Id,
            Words = cipher.Seal(words),
            At = at,
            Channel = By,
            Device = By == ContactChannel.Page ? $"demo-{First}-{device}" : null,
            ById = By == ContactChannel.Page ? null : organiser.Id,
        };
}
