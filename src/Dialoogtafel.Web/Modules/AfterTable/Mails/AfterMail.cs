using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.AfterTable.Mails;

/// <summary>A mail to somebody about a table that has been: nothing in it sends her anywhere.</summary>
public abstract record AfterMail : ContactMail
{
    [Placeholder("voornaam", "De voornaam van de deelnemer")]
    public required string FirstName { get; init; }

    [Placeholder("onderwerp", "Waar het gesprek over ging, zoals: werk zoeken en houden")]
    public required string Subject { get; init; }

    [Placeholder("datum", "De datum van de tafel, voluit", InSubject = true)]
    public required DateOnly Date { get; init; }

    [Placeholder("link", "De eigen pagina, of het verslag", Required = true)]
    public required Uri Link { get; init; }
}

/// <summary>
/// M-14, the day after, to who was there: thanks first, then one thing that she may do. No evaluation.
/// </summary>
public sealed record ThanksMail : AfterMail
{
    public const string Name = "bedankt";

    public override string Template => Name;

    public override string Label => "Bedankt voor uw komst";

    public override bool IsUnasked => true;

    public override bool KeepsQuiet => true;

    public static ThanksMail Sample =>
        new()
        {
            FirstName = "Renée",
            Subject = GatheringFacts.Sample.Subject,
            Date = DateOnly.FromDateTime(Sampled.Start),
            Link = GatheringFacts.Sample.Link,
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
        };
}

/// <summary>M-15, the report, to who was there and to who thought along at a distance.</summary>
public sealed record ReportMail : AfterMail
{
    public const string Name = "verslag";

    public override string Template => Name;

    public override string Label => "Verslag van de tafel";

    public override bool IsUnasked => true;

    [Placeholder("opAfstand", "Of de lezer op afstand meedacht en er niet was")]
    public bool AtDistance { get; init; }

    public static ReportMail Sample =>
        new()
        {
            FirstName = "Renée",
            Subject = GatheringFacts.Sample.Subject,
            Date = DateOnly.FromDateTime(Sampled.Start),
            Link = Sampled.Page("v/h4q8s2m6y9"),
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
        };
}

/// <summary>M-16, the contact list, to who was there: exactly what each of them gave .</summary>
public sealed record ContactListMail : AfterMail
{
    public const string Name = "contactlijst";

    public override string Template => Name;

    public override string Label => "Contactlijst";

    public override bool IsUnasked => true;

    [Placeholder("versie", "Het nummer van deze lijst")]
    public required int Number { get; init; }

    [Placeholder("opnieuw", "Of deze lezer eerder al een lijst kreeg")]
    public bool Again { get; init; }

    [Placeholder("mensen", "Wie op de lijst staan")]
    public required IReadOnlyList<ContactMailLine> People { get; init; }

    public static ContactListMail Sample =>
        new()
        {
            FirstName = "Renée",
            Subject = GatheringFacts.Sample.Subject,
            Date = DateOnly.FromDateTime(Sampled.Start),
            Link = GatheringFacts.Sample.Link,
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
            Number = 2,
            Again = true,
            People =
            [
                new()
                {
                    Name = "Bert de Wit",
                    Phone = Sampled.Phone,
                    Email = "bert@werk.example",
                    Organisation = "Gemeente Zwolle",
                },
                new() { Name = "Renée" },
                new() { Phone = Sampled.Phone },
            ],
        };
}

/// <summary>One person in <see cref="ContactListMail"/>; what was not given is empty.</summary>
public sealed record ContactMailLine
{
    [Placeholder("naam", "De naam; mag leeg zijn")]
    public string? Name { get; init; }

    [Placeholder("nummer", "Het telefoonnummer; mag leeg zijn")]
    public string? Phone { get; init; }

    [Placeholder("adres", "Het mailadres; mag leeg zijn", Exact = true)]
    public string? Email { get; init; }

    [Placeholder("organisatie", "De organisatie; mag leeg zijn")]
    public string? Organisation { get; init; }
}
