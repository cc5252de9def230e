using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Modules.People.Mails;

/// <summary>
/// To the person who pressed "haal mij van de lijst": what happens, and whom to call when it was somebody else.
/// </summary>
public sealed record ErasingMail : ContactMail
{
    public const string Name = "wij-wissen";

    public override string Template => Name;

    public override string Label => "Wij wissen";

    /// <summary>It tells itself what became of the table.</summary>
    public override string? WhyNot(OutgoingMail mail, MailSubject subject) => null;

    [Placeholder("voornaam", "De voornaam van de deelnemer")]
    public required string FirstName { get; init; }

    public static ErasingMail Sample =>
        new()
        {
            FirstName = "Renée",
            Contact = Sampled.Contact,
            Phone = Sampled.Phone,
        };
}
