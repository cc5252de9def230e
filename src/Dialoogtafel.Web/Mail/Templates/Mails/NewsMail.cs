namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>A mail about the news of one project: one link, one number to call.</summary>
public abstract record NewsMail : MailText
{
    [Placeholder("voornaam", "De voornaam van de lezer")]
    public required string FirstName { get; init; }

    [Placeholder("project", "De naam van het project")]
    public required string Project { get; init; }

    [Placeholder("link", "De eigen pagina van de lezer", Required = true)]
    public required Uri Link { get; init; }

    [Placeholder("contact", "De naam van de organisatie")]
    public required string Contact { get; init; }

    [Placeholder("telefoon", "Het telefoonnummer van de organisatie", Required = true)]
    public required string Phone { get; init; }
}

/// <summary>Asks the owner of an address that somebody typed whether she wants the news (double opt-in).</summary>
public sealed record AskNewsMail : NewsMail
{
    /// <summary>Its template; by this its log line is found when the request goes.</summary>
    public const string Kind = "op-de-hoogte";

    public override string Template => Kind;

    [Placeholder("dagen", "Hoeveel dagen de link werkt")]
    public int Days { get; init; } = 7;
}

/// <summary>The news comes from now on, and how to stop it.</summary>
public sealed record NewsOnMail : NewsMail
{
    public override string Template => "nieuws-aan";
}
