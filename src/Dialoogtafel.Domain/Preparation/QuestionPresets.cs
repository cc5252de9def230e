using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Preparation;

/// <summary>
/// The sets that come with the product (P-00, P-01, P-02), in our own plain words. Success is asked before problems
/// that question and the modes are our choice, the subjects and their order are the method's.
/// </summary>
public static class QuestionPresets
{
    /// <summary>Fresh sets for a table, by what it is about; a free table gets the general questions alone.</summary>
    public static IReadOnlyList<QuestionSet> For(Gathering gathering, DateTime now) =>
        gathering.Focus switch
        {
            GatheringFocus.ProblemsAndChances =>
            [
                General(gathering.Id, 1, now),
                ProblemsAndChances(gathering.Id, 2, now),
            ],
            GatheringFocus.SolutionsAndActions =>
            [
                SolutionsAndActions(gathering.Id, 1, now),
                General(gathering.Id, 2, now),
            ],
            _ => [General(gathering.Id, 1, now)],
        };

    /// <summary>P-00: expectations, halen and brengen.</summary>
    public static QuestionSet General(int gathering, int place, DateTime now) =>
        Set(
            gathering,
            place,
            "Algemeen: verwachten, halen en brengen",
            PreparationMode.SendIn,
            Ask(
                now,
                new("Wat verwacht u van deze tafel?", "What do you expect of this table?"),
                atDistance: new("Wat hoopt u dat deze tafel oplevert?", "What do you hope this table will bring about?")
            ),
            Ask(
                now,
                new("Wat komt u halen?", "What do you come to get?"),
                new(
                    "Waar zou u blij mee naar huis gaan? Bijvoorbeeld: een antwoord, een idee, iemand die "
                        + "u kunt bellen.",
                    "What would you be glad to take home? For example: an answer, an idea, somebody you can call."
                ),
                new("Wat wilt u graag terughoren van deze tafel?", "What would you like to hear back from this table?"),
                QuestionSubject.Fetch
            ),
            Ask(
                now,
                new("Wat komt u brengen?", "What do you come to bring?"),
                new(
                    "Alles mag. Bijvoorbeeld: kennis, ervaring, nieuwsgierigheid, een goed humeur, mensen "
                        + "die u kent, tijd.",
                    "Anything is fine. For example: knowledge, experience, curiosity, a good mood, people "
                        + "you know, time."
                ),
                new("Wat wilt u aan de tafel meegeven?", "What would you like to give to this table?"),
                QuestionSubject.Bring
            )
        );

    /// <summary>P-01: before the table about problems and chances.</summary>
    public static QuestionSet ProblemsAndChances(int gathering, int place, DateTime now) =>
        Set(
            gathering,
            place,
            "Kansen en knelpunten",
            PreparationMode.SendIn,
            Ask(
                now,
                new("Wanneer ging het goed? Noem één voorbeeld.", "When did it go well? Give one example."),
                new("Wat maakte dat het lukte?", "What made it work?"),
                subject: QuestionSubject.Success
            ),
            Ask(
                now,
                new(
                    "Welke onderwerpen moeten aan tafel besproken worden?",
                    "Which subjects should be talked about at the table?"
                )
            ),
            Ask(
                now,
                new(
                    "Welke kansen ziet u? En waar loopt u tegenaan?",
                    "Which chances do you see? And what gets in your way?"
                )
            ),
            Ask(
                now,
                new(
                    "Wat moeten de anderen aan tafel echt weten over wat werkt, en over wat niet werkt?",
                    "What do the others at the table really need to know about what works, and about what does not?"
                ),
                new("Kijk vanuit uw eigen plek.", "Look from where you stand.")
            ),
            Ask(
                now,
                new(
                    "Wat heeft u van de anderen nodig om hen beter te begrijpen?",
                    "What do you need from the others to understand them better?"
                )
            )
        );

    /// <summary>P-02: before the table about solutions and actions; to think over and take along.</summary>
    public static QuestionSet SolutionsAndActions(int gathering, int place, DateTime now) =>
        Set(
            gathering,
            place,
            "Oplossingen en acties",
            PreparationMode.BringAlong,
            Ask(
                now,
                new("Lees het verslag van de eerste tafel nog eens.", "Read the report of the first table once more."),
                new(
                    "Denk daarna rustig na over de volgende vragen. Neem uw gedachten mee naar de tafel. U "
                        + "hoeft niets op te sturen.",
                    "Then take your time to think about the next questions. Bring your thoughts to the "
                        + "table. You need not send anything."
                ),
                kind: QuestionKinds.Instruction
            ),
            Ask(
                now,
                new("Wat moet volgens u als eerste worden aangepakt?", "What should be tackled first, in your view?")
            ),
            Ask(now, new("Welke oplossingen werken volgens u het beste?", "Which solutions do you think work best?")),
            Ask(now, new("Wat moet er gebeuren om dat te bereiken?", "What has to be done to get there?")),
            Ask(now, new("Wie moet daarvoor zorgen?", "Who should see to that?")),
            Ask(now, new("Wat kunt u zelf doen?", "What can you do yourself?"))
        );

    private static QuestionSet Set(
        int gathering,
        int place,
        string name,
        PreparationMode mode,
        params Question[] questions
    )
    {
        var set = new QuestionSet
        {
            GatheringId = gathering,
            Place = place,
            Name = name,
            Mode = mode,
            Questions = [.. questions],
        };
        for (var index = 0; index < questions.Length; index++)
        {
            questions[index].Place = index + 1;
        }

        return set;
    }

    private static Question Ask(
        DateTime now,
        Phrase text,
        Phrase? help = null,
        Phrase? atDistance = null,
        QuestionSubject subject = QuestionSubject.Other,
        QuestionKind? kind = null
    )
    {
        var question = new Question
        {
            Place = 0,
            Kind = kind ?? QuestionKinds.Usual,
            Subject = subject,
        };
        question.Reword(
            new QuestionWording
            {
                Text = text,
                Help = help ?? Phrase.None,
                AtDistance = atDistance ?? Phrase.None,
                At = now,
            }
        );
        return question;
    }
}
