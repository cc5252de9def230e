namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// To somebody whose answers were there already: who reads them now, and that "alleen ik" can still be chosen. Stays
/// true after the table.
/// </summary>
public sealed record ReadsAlongMail : ContactMail
{
    public override string Template => "leest-mee";

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
}

/// <summary>The same to whoever leads the table beside the new reader, or led it until now.</summary>
public sealed record ReadsAlongTeamMail : TeamContactMail
{
    public override string Template => "leest-mee-team";

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
}
