namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>To the organiser: somebody asks to be removed. Names nobody; the page behind the link does.</summary>
public sealed record RemovalRequestMail : TeamMail
{
    public override string Template => "weghalen-verzoek";
}
