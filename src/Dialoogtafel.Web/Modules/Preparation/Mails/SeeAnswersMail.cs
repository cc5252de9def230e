namespace Dialoogtafel.Web.Modules.Preparation.Mails;

/// <summary>The link with purpose terugzien: it opens typed answers on another device (D-04).</summary>
public sealed record SeeAnswersMail : ContactMail
{
    public const string Name = "antwoorden-zien";

    public override string Template => Name;

    public override string Label => "Link naar eigen antwoorden";

    [Placeholder("voornaam", "De voornaam van de deelnemer")]
    public required string FirstName { get; init; }

    [Placeholder("link", "De link naar de eigen antwoorden", Required = true)]
    public required Uri Link { get; init; }

    [Placeholder("minuten", "Hoeveel minuten de link werkt")]
    public int Minutes { get; init; } = 30;

    public static SeeAnswersMail Sample =>
        new()
        {
            FirstName = "Renée",
            Link = Sampled.Page("u/t5v9z2c6n3"),
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
        };
}
