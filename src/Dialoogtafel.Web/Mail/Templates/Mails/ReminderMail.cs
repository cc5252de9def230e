namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>M-02, na-mailen: short, the same page; at most twice, or on the day that the person would know.</summary>
public sealed record ReminderMail : GatheringMail
{
    public override string Template => "herinnering";

    [Placeholder("weetHetNu", "Of de persoon had gezegd het vandaag te weten")]
    public bool KnowsNow { get; init; }
}
