namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>
/// M-11, to the organiser: somebody cancelled shortly before the table. First names in the body only; numbers stand
/// behind the sign-in.
/// </summary>
public sealed record LateCancellationMail : TeamMail
{
    public const string Name = "afzegging-alarm";

    public override string Template => Name;

    public override string Label => "Aan het team: afzegging";

    [Placeholder("wie", "De voornamen van wie kort tevoren afzei")]
    public required IReadOnlyList<string> Gone { get; init; }

    [Placeholder("bezet", "Hoeveel stoelen nu bezet zijn")]
    public required int Taken { get; init; }

    [Placeholder("stoelen", "Hoeveel stoelen er zijn")]
    public required int Chairs { get; init; }

    [Placeholder("minstens", "Hoeveel mensen er minstens nodig zijn")]
    public required int Least { get; init; }

    [Placeholder("belEerst", "De voornaam van wie u het eerst belt; mag leeg zijn")]
    public string? CallFirst { get; init; }

    [Placeholder("wacht", "Of deze persoon al op een stoel wacht")]
    public bool Waits { get; init; }

    [Placeholder("onderwerp", "Waar het gesprek over gaat, zoals: werk zoeken en houden")]
    public required string Subject { get; init; }

    [Placeholder("datum", "De datum van de tafel, voluit", InSubject = true)]
    public required DateOnly Date { get; init; }

    [Placeholder("tijd", "De tijd waarop de tafel begint", InSubject = true)]
    public required TimeOnly Time { get; init; }

    [Placeholder("plaats", "Naam en adres van de plek")]
    public required string Place { get; init; }

    public static LateCancellationMail Sample =>
        new()
        {
            FirstName = "Anna",
            Link = Sampled.Page("te-bellen"),
            Gone = ["Renée", "Tom"],
            Taken = 7,
            Chairs = 10,
            Least = 8,
            CallFirst = "Fatima",
            Waits = true,
            Subject = GatheringFacts.Sample.Subject,
            Date = DateOnly.FromDateTime(Sampled.Start),
            Time = TimeOnly.FromDateTime(Sampled.Start),
            Place = GatheringFacts.Sample.Place,
        };
}
