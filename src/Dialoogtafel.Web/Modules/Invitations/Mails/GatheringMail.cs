namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>
/// What, when, where and whom to call: the same for every mail to one participant about one gathering.
/// </summary>
public sealed record GatheringFacts
{
    /// <summary>The participant's first name.</summary>
    public required string FirstName { get; init; }

    /// <summary>What the talk is about, fitting after "een gesprek over".</summary>
    public required string Subject { get; init; }

    /// <summary>Local time.</summary>
    public required DateTime Start { get; init; }
    public required TimeSpan Duration { get; init; }

    /// <summary>Name and address on one line.</summary>
    public required string Place { get; init; }

    /// <summary>The participant's own page, absolute.</summary>
    public required Uri Link { get; init; }
    public required string Contact { get; init; }
    public required string Phone { get; init; }

    /// <summary>Full names; empty while they are not known.</summary>
    public IReadOnlyList<string> Facilitators { get; init; } = [];

    /// <summary>Full name of who leads and reads when one of them cannot; null when nobody was chosen.</summary>
    public string? StandIn { get; init; }

    /// <summary>Access, sound, light, parking and public transport, as sentences; null when nothing is known.</summary>
    public string? AboutThePlace { get; init; }

    /// <summary>A calendar file travels with the mail that takes the entry away.</summary>
    public bool EntryRemoved { get; init; }

    public static GatheringFacts Sample { get; } =
        new()
        {
            FirstName = "Renée",
            Subject = "werk zoeken en werk houden",
            Start = Sampled.Start,
            Duration = TimeSpan.FromMinutes(150),
            Place = "Buurthuis De Linde, Lindelaan 12, Zwolle",
            Link = Sampled.Page("u/k7m2p9x4w8"),
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
            Facilitators = [Sampled.Contact, "Bert de Wit"],
            StandIn = "Hanneke Oosterhof",
            AboutThePlace = "Er is een lift. U kunt voor de deur parkeren. De bus stopt op 200 meter.",
        };
}

/// <summary>A mail to a participant about one gathering. The person's own page is the only link.</summary>
public abstract record GatheringMail : MailText
{
    public required GatheringFacts Facts { get; init; }

    [Placeholder("voornaam", "De voornaam van de deelnemer")]
    public string FirstName => Facts.FirstName;

    [Placeholder("onderwerp", "Waar het gesprek over gaat, zoals: werk zoeken en houden")]
    public string Subject => Facts.Subject;

    [Placeholder("datum", "De datum van de tafel, voluit", InSubject = true)]
    public DateOnly Date => DateOnly.FromDateTime(Facts.Start);

    [Placeholder("tijd", "De tijd waarop de tafel begint", InSubject = true)]
    public TimeOnly Time => TimeOnly.FromDateTime(Facts.Start);

    [Placeholder("duur", "Hoe lang de tafel duurt, zoals: 2,5 uur")]
    public TimeSpan Duration => Facts.Duration;

    [Placeholder("plaats", "Naam en adres van de plek")]
    public string Place => Facts.Place;

    [Placeholder("link", "De eigen pagina van de deelnemer", Required = true)]
    public Uri Link => Facts.Link;

    [Placeholder("contact", "De naam van de contactpersoon")]
    public string Contact => Facts.Contact;

    [Placeholder("telefoon", "Het telefoonnummer van de contactpersoon", Required = true)]
    public string Phone => Facts.Phone;

    [Placeholder("uitAgenda", "Of er een bestand bij zit waarmee de afspraak uit de agenda gaat")]
    public bool EntryRemoved => Facts.EntryRemoved;
}
