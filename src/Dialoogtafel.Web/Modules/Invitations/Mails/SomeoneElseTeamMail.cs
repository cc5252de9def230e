namespace Dialoogtafel.Web.Modules.Invitations.Mails;

/// <summary>To the organiser: somebody proposes another person. Names nobody; the page behind the link does.</summary>
public sealed record SomeoneElseTeamMail : TeamMail
{
    public const string Name = "iemand-anders-team";

    public override string Template => Name;

    public override string Label => "Aan het team: iemand anders";

    public static SomeoneElseTeamMail Sample =>
        new() { FirstName = "Anna", Link = Sampled.Page("bijeenkomsten/3/mensen/12") };
}
