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

/// <summary>M-23, nieuwsbrief: one issue to one reader.</summary>
public sealed record NewsletterMail : NewsMail
{
    public override string Template => "nieuwsbrief";

    [Placeholder("titel", "De titel van de nieuwsbrief", InSubject = true)]
    public required string Title { get; init; }

    [Placeholder("inhoud", "De tekst van de nieuwsbrief", Required = true, Markdown = true)]
    public required string Body { get; init; }

    [Placeholder("brief", "De nieuwsbrief op de site; mag leeg zijn")]
    public required Uri? Letter { get; init; }

    [Placeholder("stop", "De pagina waarop deze lezer de nieuwsbrief stopt", Required = true)]
    public required Uri Stop { get; init; }
}

/// <summary>The news comes from now on, and how to stop it.</summary>
public sealed record NewsOnMail : NewsMail
{
    public override string Template => "nieuws-aan";
}
