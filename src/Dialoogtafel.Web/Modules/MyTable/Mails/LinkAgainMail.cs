using Dialoogtafel.Web.Modules.Invitations.Mails;

namespace Dialoogtafel.Web.Modules.MyTable.Mails;

/// <summary>
/// "Stuur mij mijn link opnieuw": all personal pages of one mailbox, by first name, because two people may share it.
/// </summary>
public sealed record LinkAgainMail : ContactMail
{
    public const string Name = "link-opnieuw";

    public override string Template => Name;

    public override string Label => "Link opnieuw";

    [Placeholder("personen", "De mensen met dit mailadres, ieder met een eigen pagina", Required = true)]
    public required IReadOnlyList<LinkAgainEntry> Entries { get; init; }

    public static LinkAgainMail Sample =>
        new()
        {
            Entries =
            [
                new()
                {
                    FirstName = "Renée",
                    Subject = GatheringFacts.Sample.Subject,
                    Start = Sampled.Start,
                    Link = GatheringFacts.Sample.Link,
                },
                new()
                {
                    FirstName = "Tom",
                    Subject = GatheringFacts.Sample.Subject,
                    Start = Sampled.Start.AddDays(7),
                    Link = Sampled.Page("u/b3d8f5h1q6"),
                },
            ],
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
        };
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
