namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>
/// To the person who pressed "haal mij van de lijst": what happens, and whom to call when it was somebody else.
/// </summary>
public sealed record ErasingMail : ContactMail
{
    public override string Template => "wij-wissen";

    [Placeholder("voornaam", "De voornaam van de deelnemer")]
    public required string FirstName { get; init; }
}
