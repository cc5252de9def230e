namespace Dialoogtafel.Web.Modules.People.Mails;

/// <summary>
/// To the former address: the team changed the address that we have of this person. Never the whole new one, because
/// this mailbox may be somebody else's by now.
/// </summary>
public sealed record AddressChangedMail : MailText
{
    public const string Name = "adres-veranderd";

    public override string Template => Name;

    public override string Label => "Uw mailadres is veranderd";

    [Placeholder("voornaam", "De voornaam van de deelnemer")]
    public required string FirstName { get; init; }

    [Placeholder("nieuw", "Het begin en het domein van het nieuwe adres; mag leeg zijn")]
    public required string? NewAddress { get; init; }

    [Placeholder("contact", "De naam van de organisatie")]
    public required string Contact { get; init; }

    [Placeholder("telefoon", "Het telefoonnummer van de organisatie", Required = true)]
    public required string Phone { get; init; }

    public static AddressChangedMail Sample =>
        new()
        {
            FirstName = "Renée",
            NewAddress = "r…@voorbeeld.example",
            Contact = "Stichting Samen aan Tafel",
            Phone = Sampled.Phone,
        };
}
