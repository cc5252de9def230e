namespace Dialoogtafel.Web.Modules.Team.Mails;

/// <summary>
/// The second factor of a member was taken away by somebody else: to the member and to every organiser, so that nobody
/// does it unseen.
/// </summary>
public sealed record SecondFactorGoneMail : TeamMail
{
    public const string Name = "tweede-sleutel-weg";

    public override string Template => Name;

    public override string Label => "Tweede sleutel weggehaald";

    [Placeholder("wie", "De naam van het teamlid zonder tweede sleutel")]
    public required string Who { get; init; }

    [Placeholder("doorWie", "Wie de tweede sleutel weghaalde")]
    public required string By { get; init; }

    public static SecondFactorGoneMail Sample =>
        new()
        {
            FirstName = "Anna",
            Link = Sampled.Page("team/tweede-stap"),
            Who = "Bert Smit",
            By = Sampled.Contact,
        };
}
