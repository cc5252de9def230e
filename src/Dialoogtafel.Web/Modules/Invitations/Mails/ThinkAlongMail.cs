namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>Nee, but thinking along at a distance (informant).</summary>
public sealed record ThinkAlongMail : GatheringMail
{
    public const string Name = "meedenken";

    public override string Template => Name;

    public override string Label => "Meedenken op afstand";

    public override bool IsConfirmation => true;

    /// <summary>The day by which we call; null when the person fills it in on the own page.</summary>
    [Placeholder("belDatum", "De dag waarop wij uiterlijk bellen; leeg bij zelf invullen")]
    public DateOnly? CallBy { get; init; }

    [Placeholder("vragen", "Of de vragen al op de eigen pagina klaarstaan")]
    public bool Questions { get; init; }

    public static ThinkAlongMail Sample => new() { Facts = GatheringFacts.Sample, CallBy = new DateOnly(2026, 11, 19) };
}
