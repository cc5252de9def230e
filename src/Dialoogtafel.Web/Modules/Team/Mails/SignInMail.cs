namespace Dialoogtafel.Web.Modules.Team.Mails;

/// <summary>
/// The sign-in link. Works in the browser that asked for it; elsewhere a code is shown (D-12).
/// </summary>
public sealed record SignInMail : TeamMail
{
    public const string Name = "inloggen";

    public override string Template => Name;

    public override string Label => "Inloggen";

    [Placeholder("minuten", "Hoeveel minuten de link werkt")]
    public int Minutes { get; init; } = 30;

    public static SignInMail Sample => new() { FirstName = "Anna", Link = Sampled.Page("team/inloggen/r4s8y1j7g2") };
}
