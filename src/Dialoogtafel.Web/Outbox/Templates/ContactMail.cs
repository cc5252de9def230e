namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>A mail that names whom to call.</summary>
public abstract record ContactMail : MailText
{
    [Placeholder("contact", "De naam van de contactpersoon")]
    public required string Contact { get; init; }

    [Placeholder("telefoon", "Het telefoonnummer van de contactpersoon", Required = true)]
    public required string Phone { get; init; }
}

/// <inheritdoc cref="ContactMail"/>
public abstract record TeamContactMail : TeamMail
{
    [Placeholder("contact", "De naam van de contactpersoon")]
    public required string Contact { get; init; }

    [Placeholder("telefoon", "Het telefoonnummer van de contactpersoon", Required = true)]
    public required string Phone { get; init; }
}
