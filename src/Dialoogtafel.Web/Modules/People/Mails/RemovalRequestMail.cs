namespace Dialoogtafel.Web.Modules.People.Mails;

/// <summary>To the organiser: somebody asks to be removed. Names nobody; the page behind the link does.</summary>
public sealed record RemovalRequestMail : TeamMail
{
    public const string Name = "weghalen-verzoek";

    public override string Template => Name;

    public override string Label => "Aan het team: van de lijst";

    public static RemovalRequestMail Sample => new() { FirstName = "Anna", Link = Sampled.Page("mensen/12") };
}
