namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// "Stuur mij mijn link opnieuw": all personal pages of one mailbox, by first name, because two people may share it.
/// </summary>
public sealed record LinkAgainMail : ContactMail
{
    public override string Template => "link-opnieuw";

    [Placeholder("personen", "De mensen met dit mailadres, ieder met een eigen pagina", Required = true)]
    public required IReadOnlyList<LinkAgainEntry> Entries { get; init; }
}

/// <summary>One person and one gathering in <see cref="LinkAgainMail"/>.</summary>
public sealed record LinkAgainEntry
{
    [Placeholder("voornaam", "De voornaam van de deelnemer")]
    public required string FirstName { get; init; }

    [Placeholder("onderwerp", "Waar het gesprek over gaat")]
    public required string Subject { get; init; }

    /// <summary>Local time.</summary>
    public required DateTime Start { get; init; }

    [Placeholder("datum", "De datum van de tafel, voluit")]
    public DateOnly Date => DateOnly.FromDateTime(Start);

    [Placeholder("tijd", "De tijd waarop de tafel begint")]
    public TimeOnly Time => TimeOnly.FromDateTime(Start);

    [Placeholder("link", "De eigen pagina van deze persoon", Required = true)]
    public required Uri Link { get; init; }
}
