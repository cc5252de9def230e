namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>
/// M-04, ja with a chair. Travels with the calendar file. Holds all that a reminder says, so that a late joiner has it
/// in one mail.
/// </summary>
public sealed record ConfirmationMail : ComingMail
{
    public const string Name = "bevestiging";

    public override string Template => Name;

    public override string Label => "Bevestiging van ja";

    public override bool IsConfirmation => true;

    [Placeholder("vragen", "Of er al vragen klaarstaan om over na te denken")]
    public bool Questions { get; init; }

    public static ConfirmationMail Sample => new() { Facts = GatheringFacts.Sample };
}
