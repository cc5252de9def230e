namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>M-02, na-mailen: short, the same page; at most twice, or on the day that the person would know.</summary>
public sealed record ReminderMail : GatheringMail
{
    public const string Name = "herinnering";

    public override string Template => Name;

    public override string Label => "Herinnering";

    public override bool IsUnasked => true;

    public override bool KeepsQuiet => true;

    [Placeholder("weetHetNu", "Of de persoon had gezegd het vandaag te weten")]
    public bool KnowsNow { get; init; }

    public static ReminderMail Sample => new() { Facts = GatheringFacts.Sample };
}
