namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>Somebody was added to the team of a project.</summary>
public sealed record WelcomeToTeamMail : TeamMail
{
    public override string Template => "welkom-team";

    [Placeholder("project", "De naam van het project")]
    public required string Project { get; init; }

    [Placeholder("doorWie", "Wie het teamlid toevoegde")]
    public required string AddedBy { get; init; }
}
