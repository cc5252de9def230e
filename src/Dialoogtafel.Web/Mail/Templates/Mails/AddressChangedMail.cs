namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// To the former address: the team changed the address that we have of this person. Never the whole new one, because
/// this mailbox may be somebody else's by now.
/// </summary>
public sealed record AddressChangedMail : MailText
{
    /// <summary>Its template; by this it is known among the mails that wait.</summary>
    public const string Kind = "adres-veranderd";

    public override string Template => Kind;

    [Placeholder("voornaam", "De voornaam van de deelnemer")]
    public required string FirstName { get; init; }

    [Placeholder("nieuw", "Het begin en het domein van het nieuwe adres; mag leeg zijn")]
    public required string? NewAddress { get; init; }

    [Placeholder("contact", "De naam van de organisatie")]
    public required string Contact { get; init; }

    [Placeholder("telefoon", "Het telefoonnummer van de organisatie", Required = true)]
    public required string Phone { get; init; }
}
