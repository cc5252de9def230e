namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>Ja while every chair is taken: we call. Never with a calendar file.</summary>
public sealed record YesWeWillCallMail : GatheringMail
{
    public const string Name = "ja-wij-bellen";

    public override string Template => Name;

    public override string Label => "Ja, wij bellen nog";

    public override bool IsConfirmation => true;

    [Placeholder("belDatum", "De dag waarop wij uiterlijk bellen")]
    public required DateOnly CallBy { get; init; }

    public static YesWeWillCallMail Sample =>
        new() { Facts = GatheringFacts.Sample, CallBy = new DateOnly(2026, 11, 19) };
}
