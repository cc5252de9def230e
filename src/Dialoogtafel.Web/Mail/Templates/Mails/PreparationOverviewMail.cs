namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// M-08, to a facilitator: how many people have prepared, and where to read it. Numbers only: no answer and no name
/// (D-11).
/// </summary>
public sealed record PreparationOverviewMail : TeamContactMail
{
    public override string Template => "voorbereidingsoverzicht";

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
}
