namespace Dialoogtafel.Web.Modules.Team.Mails;

/// <summary>
/// A second factor was added to a member's account: to the address of that account, so that nobody adds one unseen
/// (K-F3).
/// </summary>
public sealed record KeyAddedMail : TeamMail
{
    public const string Name = "tweede-sleutel-erbij";

    public override string Template => Name;

    public override string Label => "Tweede sleutel erbij";

    [Placeholder("sleutel", "Wat erbij kwam: een passkey of een app met codes")]
    public required string Key { get; init; }

    public static KeyAddedMail Sample =>
        new()
        {
            FirstName = "Anna",
            Link = Sampled.Page("team/tweede-stap"),
            Key = "een app met codes",
        };
}
