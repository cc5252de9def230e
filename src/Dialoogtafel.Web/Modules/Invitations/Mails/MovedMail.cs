namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>
/// M-13, verplaatst: what was, what it is now, and what that means for the person's own answer. A null "old" part did
/// not change.
/// </summary>
public sealed record MovedMail : GatheringMail
{
    public const string Name = "verplaatst";

    public override string Template => Name;

    public override string Label => "Tafel is verzet";

    public override bool CanBeTakenBack => true;

    /// <summary>Date, time or length changed; else the place alone.</summary>
    [Placeholder("anderMoment", "Of de dag, de tijd of de duur anders is; anders alleen de plek")]
    public bool AnotherMoment => OldDate is not null || OldDuration is not null;

    [Placeholder("oudeDatum", "De datum die eerst gold; leeg als het moment gelijk bleef")]
    public DateOnly? OldDate { get; init; }

    [Placeholder("oudeTijd", "De tijd die eerst gold; leeg als het moment gelijk bleef")]
    public TimeOnly? OldTime { get; init; }

    [Placeholder("oudeDuur", "Hoe lang het eerst duurde; leeg als dat gelijk bleef")]
    public TimeSpan? OldDuration { get; init; }

    [Placeholder("oudePlaats", "De plek die eerst gold; leeg als de plek gelijk bleef")]
    public string? OldPlace { get; init; }

    [Placeholder("komt", "Of de persoon ja zei en een stoel heeft")]
    public bool Comes { get; init; }

    [Placeholder("wacht", "Of de persoon ja zei en wij nog bellen over een stoel")]
    public bool Waits { get; init; }

    [Placeholder("kiestNog", "Of de persoon nog moet kiezen")]
    public bool ToChoose { get; init; }

    [Placeholder("komtNiet", "Of de persoon nee zei, meedenkt of iemand anders noemde")]
    public bool StaysAway => !Comes && !Waits && !ToChoose;

    public static MovedMail Sample =>
        new()
        {
            Facts = GatheringFacts.Sample,
            OldDate = new DateOnly(2026, 11, 26),
            OldTime = new TimeOnly(14, 0),
            OldPlace = "Wijkcentrum De Spil, Spilstraat 4, Zwolle",
            Comes = true,
        };
}
