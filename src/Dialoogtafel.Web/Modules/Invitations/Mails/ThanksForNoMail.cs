namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>M-05, nee: thanks, no reason asked, and the way to think along.</summary>
public sealed record ThanksForNoMail : GatheringMail
{
    public const string Name = "bedankt-nee";

    public override string Template => Name;

    public override string Label => "Bedankt voor uw antwoord";

    public override bool IsConfirmation => true;

    public static ThanksForNoMail Sample => new() { Facts = GatheringFacts.Sample };
}
