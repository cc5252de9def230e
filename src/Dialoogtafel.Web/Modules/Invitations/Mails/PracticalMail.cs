namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>A mail to somebody who comes: also who leads the talk and what the place is like .</summary>
public abstract record ComingMail : GatheringMail
{
    [Placeholder("begeleiders", "De namen van de begeleiders; mag leeg zijn")]
    public IReadOnlyList<string> Facilitators => Facts.Facilitators;

    [Placeholder("overDePlek", "Over toegang, geluid, licht, parkeren en openbaar vervoer; mag leeg zijn")]
    public string? AboutThePlace => Facts.AboutThePlace;
}

/// <summary>M-09, a week and a day before: everything on one page for somebody who forgets .</summary>
public sealed record PracticalMail : ComingMail
{
    public const string Name = "praktisch";

    public override string Template => Name;

    public override string Label => "Praktische herinnering";

    public override bool IsUnasked => true;

    public override bool KeepsQuiet => true;

    [Placeholder("morgen", "Of de tafel morgen is; anders over een week")]
    public bool Tomorrow { get; init; }

    [Placeholder("vandaag", "Of de tafel vandaag is: de mail van gisteren moest wachten")]
    public bool Today { get; init; }

    public static PracticalMail Sample => new() { Facts = GatheringFacts.Sample, Tomorrow = true };
}
