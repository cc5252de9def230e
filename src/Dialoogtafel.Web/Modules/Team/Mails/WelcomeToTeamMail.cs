namespace Dialoogtafel.Web.Modules.Team.Mails;

/// <summary>Somebody was added to the team of a project.</summary>
public sealed record WelcomeToTeamMail : TeamMail
{
    public const string Name = "welkom-team";

    public override string Template => Name;

    public override string Label => "Welkom in het team";

    [Placeholder("project", "De naam van het project")]
    public required string Project { get; init; }

    [Placeholder("doorWie", "Wie het teamlid toevoegde")]
    public required string AddedBy { get; init; }

    public static WelcomeToTeamMail Sample =>
        new()
        {
            FirstName = "Bert",
            Link = Sampled.Page("team"),
            Project = "Meedoen in Zwolle",
            AddedBy = Sampled.Contact,
        };
}
