namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>Weet ik nog niet: silent until the day that the person chose.</summary>
public sealed record NotYetMail : GatheringMail
{
    public const string Name = "nog-niet";

    public override string Template => Name;

    public override string Label => "Weet het nog niet";

    public override bool IsConfirmation => true;

    [Placeholder("wachtTot", "De dag tot wanneer wij niets laten horen")]
    public required DateOnly QuietUntil { get; init; }

    [Placeholder("wijBellen", "Of de persoon liever gebeld wordt")]
    public bool WeCall { get; init; }

    public static NotYetMail Sample => new() { Facts = GatheringFacts.Sample, QuietUntil = new DateOnly(2026, 11, 13) };
}
