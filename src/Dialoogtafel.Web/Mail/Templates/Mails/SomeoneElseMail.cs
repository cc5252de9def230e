namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>Someone else instead: thanks. Does not name the other person.</summary>
public sealed record SomeoneElseMail : GatheringMail
{
    public override string Template => "iemand-anders";
}
