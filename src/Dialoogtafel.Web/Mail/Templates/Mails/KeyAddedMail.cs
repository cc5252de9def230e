namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// A second factor was added to a member's account: to the address of that account, so that nobody adds one unseen
/// (K-F3).
/// </summary>
public sealed record KeyAddedMail : TeamMail
{
    public override string Template => "tweede-sleutel-erbij";

    [Placeholder("sleutel", "Wat erbij kwam: een passkey of een app met codes")]
    public required string Key { get; init; }
}
