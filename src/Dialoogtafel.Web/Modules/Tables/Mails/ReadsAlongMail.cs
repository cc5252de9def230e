using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.Tables.Mails;

/// <summary>
/// To somebody whose answers were there already: who reads them now, and that "alleen ik" can still be chosen. Stays
/// true after the table.
/// </summary>
public sealed record ReadsAlongMail : ContactMail
{
    public const string Name = "leest-mee";

    public override string Template => Name;

    public override string Label => "Wie uw antwoorden leest";

    public override bool KeepsQuiet => true;

    /// <summary>Whoever wrote something hears who reads it, whatever became of the table since.</summary>
    public override string? WhyNot(OutgoingMail mail, MailSubject subject) => null;

    [Placeholder("voornaam", "De voornaam van de deelnemer")]
    public required string FirstName { get; init; }

    [Placeholder("onderwerp", "Waar het gesprek over gaat, zoals: werk zoeken en houden")]
    public required string Subject { get; init; }

    [Placeholder("lezers", "De namen van wie de antwoorden nu leest")]
    public required IReadOnlyList<string> Readers { get; init; }

    [Placeholder("nieuw", "De namen van wie erbij kwam")]
    public required IReadOnlyList<string> New { get; init; }

    [Placeholder("weg", "De namen van wie niet meer leest; mag leeg zijn")]
    public required IReadOnlyList<string> Gone { get; init; }

    [Placeholder("link", "De eigen pagina van de deelnemer", Required = true)]
    public required Uri Link { get; init; }

    public static ReadsAlongMail Sample =>
        new()
        {
            FirstName = "Renée",
            Subject = GatheringFacts.Sample.Subject,
            Readers = [Sampled.Contact, "Hanneke Oosterhof"],
            New = ["Hanneke Oosterhof"],
            Gone = ["Bert de Wit"],
            Link = GatheringFacts.Sample.Link,
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
        };
}

/// <summary>The same to whoever leads the table beside the new reader, or led it until now.</summary>
public sealed record ReadsAlongTeamMail : TeamContactMail
{
    public const string Name = "leest-mee-team";

    public override string Template => Name;

    public override string Label => "Aan de begeleider: wie meeleest";

    [Placeholder("doorWie", "Wie de nieuwe begeleider koos")]
    public required string By { get; init; }

    [Placeholder("onderwerp", "Waar het gesprek over gaat, zoals: werk zoeken en houden")]
    public required string Subject { get; init; }

    [Placeholder("lezers", "De namen van wie de antwoorden nu leest")]
    public required IReadOnlyList<string> Readers { get; init; }

    [Placeholder("nieuw", "De namen van wie erbij kwam")]
    public required IReadOnlyList<string> New { get; init; }

    [Placeholder("weg", "De namen van wie niet meer leest; mag leeg zijn")]
    public required IReadOnlyList<string> Gone { get; init; }

    public static ReadsAlongTeamMail Sample =>
        new()
        {
            FirstName = "Anna",
            Link = Sampled.Page("bijeenkomsten/3"),
            By = "Marieke de Graaf",
            Subject = GatheringFacts.Sample.Subject,
            Readers = [Sampled.Contact, "Hanneke Oosterhof"],
            New = ["Hanneke Oosterhof"],
            Gone = ["Bert de Wit"],
            Contact = "Marieke de Graaf",
            Phone = Sampled.Phone,
        };
}
