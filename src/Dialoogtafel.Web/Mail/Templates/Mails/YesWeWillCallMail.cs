namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>Ja while every chair is taken: we call. Never with a calendar file.</summary>
public sealed record YesWeWillCallMail : GatheringMail
{
    public override string Template => "ja-wij-bellen";

    [Placeholder("belDatum", "De dag waarop wij uiterlijk bellen")]
    public required DateOnly CallBy { get; init; }
}
