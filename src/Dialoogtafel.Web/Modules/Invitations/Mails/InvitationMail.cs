namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>
/// M-01, uitnodiging, and M-17 for who was at the table before: asks for an answer on the person's
/// own page.
/// </summary>
public sealed record InvitationMail : GatheringMail
{
    public const string Name = "uitnodiging";

    public override string Template => Name;

    public override string Label => "Uitnodiging";

    public override bool IsUnasked => true;

    public override bool CanBeTakenBack => true;

    [Placeholder("eigenZin", "Wat u zelf aan deze persoon schrijft; mag leeg zijn", ManyLines = true)]
    public string? OwnSentence { get; init; }

    [Placeholder("verslag", "Het verslag van de vorige tafel, voor wie daar was; mag leeg zijn")]
    public Uri? EarlierReport { get; init; }

    [Placeholder("domein", "Het levensgebied, zoals: arbeid")]
    public required string Domain { get; init; }

    [Placeholder("doel", "Het doel van de tafel")]
    public required string Goal { get; init; }

    [Placeholder("begeleiders", "De namen van de begeleiders")]
    public IReadOnlyList<string> Facilitators => Facts.Facilitators;

    [Placeholder("aantal", "Met hoeveel mensen, ongeveer")]
    public required int People { get; init; }

    [Placeholder("viaWie", "Van wie wij het adres kregen", Required = true)]
    public required string Via { get; init; }

    [Placeholder("pauzes", "Het aantal pauzes; mag leeg zijn")]
    public int? Breaks { get; init; }

    [Placeholder("rustruimte", "Of er een rustige ruimte is")]
    public bool QuietRoom { get; init; }

    [Placeholder("overDePlek", "Over toegang, geluid, licht, parkeren en openbaar vervoer; mag leeg zijn")]
    public string? AboutThePlace => Facts.AboutThePlace;

    public static InvitationMail Sample =>
        new()
        {
            Facts = GatheringFacts.Sample,
            OwnSentence =
                "Vorige week spraken wij elkaar na de lezing.\nU vertelde over uw werk. Daarom denk ik aan u.",
            Domain = "arbeid",
            Goal = "samen bedenken wat helpt om werk te vinden en te houden",
            People = 10,
            Via = "Carla Smit van Buurthuis De Linde",
            Breaks = 2,
            QuietRoom = true,
        };
}
