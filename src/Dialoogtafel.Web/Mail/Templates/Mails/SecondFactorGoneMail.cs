namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// The second factor of a member was taken away by somebody else: to the member and to every organiser, so that nobody
/// does it unseen.
/// </summary>
public sealed record SecondFactorGoneMail : TeamMail
{
    public override string Template => "tweede-sleutel-weg";

    [Placeholder("wie", "De naam van het teamlid zonder tweede sleutel")]
    public required string Who { get; init; }

    [Placeholder("doorWie", "Wie de tweede sleutel weghaalde")]
    public required string By { get; init; }
}
