using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.Preparation.Mails;

/// <summary>
/// M-08, to a facilitator: how many people have prepared, and where to read it. Numbers only: no answer and no name
/// (D-11).
/// </summary>
public sealed record PreparationOverviewMail : TeamContactMail
{
    public const string Name = "voorbereidingsoverzicht";

    public override string Template => Name;

    public override string Label => "Aan de begeleider: voorbereiding";

    public override bool KeepsQuiet => true;

    public override string? WhyNot(OutgoingMail mail, MailSubject subject) =>
        StillWanted.WhyNotTable(subject) ?? base.WhyNot(mail, subject);

    [Placeholder("gevraagd", "Hoeveel mensen vragen kregen")]
    public required int Asked { get; init; }

    [Placeholder("klaar", "Hoeveel mensen klaar zijn; erover nadenken telt mee")]
    public required int Done { get; init; }

    [Placeholder("bezig", "Hoeveel mensen zijn begonnen en nog niet klaar zijn")]
    public required int Begun { get; init; }

    [Placeholder("iets", "Of er al iemand klaar is of begonnen")]
    public bool Anything => Done + Begun > 0;

    [Placeholder("onderwerp", "Waar het gesprek over gaat, zoals: werk zoeken en houden")]
    public required string Subject { get; init; }

    [Placeholder("datum", "De datum van de tafel, voluit", InSubject = true)]
    public required DateOnly Date { get; init; }

    [Placeholder("tijd", "De tijd waarop de tafel begint", InSubject = true)]
    public required TimeOnly Time { get; init; }

    [Placeholder("plaats", "Naam en adres van de plek")]
    public required string Place { get; init; }

    public static PreparationOverviewMail Sample =>
        new()
        {
            FirstName = "Bert",
            Link = Sampled.Page("bijeenkomsten/3/voorbereiding"),
            Asked = 9,
            Done = 5,
            Begun = 2,
            Subject = GatheringFacts.Sample.Subject,
            Date = DateOnly.FromDateTime(Sampled.Start),
            Time = TimeOnly.FromDateTime(Sampled.Start),
            Place = GatheringFacts.Sample.Place,
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
        };
}
