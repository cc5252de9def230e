namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>M-05, nee: thanks, no reason asked, and the way to think along.</summary>
public sealed record ThanksForNoMail : GatheringMail
{
    public override string Template => "bedankt-nee";
}
