namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>A mail to somebody of the team: Dutch only, one link.</summary>
public abstract record TeamMail : MailText
{
    public override bool DutchOnly => true;

    [Placeholder("voornaam", "De voornaam van het teamlid")]
    public required string FirstName { get; init; }

    [Placeholder("link", "De pagina waar het om gaat", Required = true)]
    public required Uri Link { get; init; }
}
