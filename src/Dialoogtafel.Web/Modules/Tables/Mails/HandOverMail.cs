using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.Tables.Mails;

/// <summary>
/// M-10, to the reserve who takes over a table: the whole programme, so that she can lead it tomorrow.
/// </summary>
public sealed record HandOverMail : TeamContactMail
{
    public const string Name = "draaiboek";

    public override string Template => Name;

    public override string Label => "Aan de reserve: programma";

    [Placeholder("wie", "De voornaam van wie niet kan; mag leeg zijn")]
    public required string Gone { get; init; }

    [Placeholder("taak", "De taak die wordt overgenomen, zoals: procesbegeleider")]
    public required string Task { get; init; }

    [Placeholder("onderwerp", "Waar het gesprek over gaat, zoals: werk zoeken en houden")]
    public required string Subject { get; init; }

    [Placeholder("datum", "De datum van de tafel, voluit; mag leeg zijn", InSubject = true)]
    public required DateOnly? Date { get; init; }

    [Placeholder("tijd", "De tijd waarop de tafel begint; mag leeg zijn", InSubject = true)]
    public required TimeOnly? Time { get; init; }

    [Placeholder("plaats", "Naam en adres van de plek")]
    public required string Place { get; init; }

    [Placeholder("doel", "Het doel van de tafel; mag leeg zijn")]
    public required string Purpose { get; init; }

    [Placeholder("stappen", "De stappen van het programma, in volgorde")]
    public required IReadOnlyList<HandOverLine> Steps { get; init; }

    public static HandOverMail Sample =>
        new()
        {
            FirstName = "Hanneke",
            Link = Sampled.Page("bijeenkomsten/3/programma"),
            Gone = "Bert",
            Task = "procesbegeleider",
            Subject = GatheringFacts.Sample.Subject,
            Date = DateOnly.FromDateTime(Sampled.Start),
            Time = TimeOnly.FromDateTime(Sampled.Start),
            Place = GatheringFacts.Sample.Place,
            Purpose = "Horen wat het vinden en houden van werk moeilijk en makkelijk maakt.",
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
            Steps =
            [
                new()
                {
                    When = "14.00",
                    Title = "Welkom en uitleg",
                    Minutes = 5,
                    How = "met elkaar",
                    Lead = "procesbegeleider",
                    Instruction = "Heet iedereen welkom. Zeg wie de tafel leidt.",
                },
                new()
                {
                    When = "14.05",
                    Title = "Waarom dit onderzoek",
                    Minutes = 10,
                    How = "met elkaar",
                    Lead = "inhoudelijk begeleider",
                    Instruction = "Vertel kort waar het project over gaat.",
                },
            ],
        };
}

/// <summary>One step in <see cref="HandOverMail"/>.</summary>
public sealed record HandOverLine
{
    [Placeholder("begin", "Hoe laat de stap begint")]
    public required string When { get; init; }

    [Placeholder("stap", "De naam van de stap")]
    public required string Title { get; init; }

    [Placeholder("minuten", "Hoeveel minuten de stap duurt")]
    public required int Minutes { get; init; }

    [Placeholder("vorm", "Hoe mensen het doen, zoals: in groepjes")]
    public required string How { get; init; }

    [Placeholder("leiding", "Wie de stap leidt, als taak")]
    public required string Lead { get; init; }

    [Placeholder("uitleg", "Wat te doen en te zeggen; mag leeg zijn")]
    public required string Instruction { get; init; }
}
