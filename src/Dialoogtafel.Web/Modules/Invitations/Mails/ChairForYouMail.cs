namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>A chair is given after waiting. Travels with the calendar file.</summary>
public sealed record ChairForYouMail : ComingMail
{
    public const string Name = "stoel-voor-u";

    public override string Template => Name;

    public override string Label => "Er is een stoel";

    public override bool IsConfirmation => true;

    [Placeholder("vragen", "Of er al vragen klaarstaan om over na te denken")]
    public bool Questions { get; init; }

    public static ChairForYouMail Sample => new() { Facts = GatheringFacts.Sample };
}
