namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>Nee, but thinking along at a distance (informant).</summary>
public sealed record ThinkAlongMail : GatheringMail
{
    public override string Template => "meedenken";

    /// <summary>The day by which we call; null when the person fills it in on the own page.</summary>
    [Placeholder("belDatum", "De dag waarop wij uiterlijk bellen; leeg bij zelf invullen")]
    public DateOnly? CallBy { get; init; }

    [Placeholder("vragen", "Of de vragen al op de eigen pagina klaarstaan")]
    public bool Questions { get; init; }
}
