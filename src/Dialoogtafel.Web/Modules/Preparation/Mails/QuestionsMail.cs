using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.Preparation.Mails;

/// <summary>
/// A mail about the questions beforehand: who reads the answers, by name; never an answer (R-043, R-044, R-044b).
/// Before a second table it begins with the report of the first (M-18).
/// </summary>
public abstract record QuestionsMail : GatheringMail
{
    [Placeholder("lezers", "De namen van de begeleiders, die de antwoorden lezen; mag leeg zijn")]
    public IReadOnlyList<string> Readers => Facts.Facilitators;

    [Placeholder("vervanger", "De naam van wie leest als een van hen uitvalt; mag leeg zijn")]
    public string? StandIn => Facts.StandIn;

    [Placeholder("verslag", "Het verslag van de vorige tafel, voor wie daar was; mag leeg zijn")]
    public Uri? EarlierReport { get; init; }

    [Placeholder(
        "insturen",
        "Of er vragen bij zijn om in te sturen; anders zijn ze alleen om over na te denken en mee te nemen"
    )]
    public bool SendsIn { get; init; }

    [Placeholder("aantal", "Hoeveel vragen voor deze persoon klaarstaan")]
    public required int Count { get; init; }

    [Placeholder("een", "Of het één vraag is")]
    public bool IsOne => Count == 1;

    [Placeholder("opAfstand", "Of de deelnemer op afstand meedenkt en niet komt")]
    public bool AtDistance { get; init; }

    public override string? WhyNot(OutgoingMail mail, MailSubject subject) =>
        StillWanted.WhyNotQuestions(mail, subject);
}

/// <summary>M-06, Voorbereidingsvragen: they stand ready, two to three weeks before the table.</summary>
public sealed record QuestionsReadyMail : QuestionsMail
{
    public const string Name = "vragen-vooraf";

    public override string Template => Name;

    public override string Label => "Vragen vooraf";

    public override bool IsUnasked => true;

    public override bool KeepsQuiet => true;

    public static QuestionsReadyMail Sample =>
        new()
        {
            Facts = GatheringFacts.Sample,
            EarlierReport = Sampled.Page("v/h4q8s2m6y9"),
            SendsIn = true,
            Count = 8,
        };
}

/// <summary>M-07, Herinnering voorbereiding: once, to who has not finished.</summary>
public sealed record QuestionsAgainMail : QuestionsMail
{
    public const string Name = "vragen-herinnering";

    public override string Template => Name;

    public override string Label => "Herinnering aan de vragen vooraf";

    public override bool IsUnasked => true;

    public override bool KeepsQuiet => true;

    public static QuestionsAgainMail Sample =>
        new()
        {
            Facts = GatheringFacts.Sample,
            SendsIn = true,
            Count = 8,
        };
}
