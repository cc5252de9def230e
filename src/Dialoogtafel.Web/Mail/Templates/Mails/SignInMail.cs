namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// The sign-in link. Works in the browser that asked for it; elsewhere a code is shown (D-12).
/// </summary>
public sealed record SignInMail : TeamMail
{
    public override string Template => "inloggen";

    [Placeholder("minuten", "Hoeveel minuten de link werkt")]
    public int Minutes { get; init; } = 30;
}
