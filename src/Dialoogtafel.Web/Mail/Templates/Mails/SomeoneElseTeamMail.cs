namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>To the organiser: somebody proposes another person. Names nobody; the page behind the link does.</summary>
public sealed record SomeoneElseTeamMail : TeamMail
{
    public override string Template => "iemand-anders-team";
}
