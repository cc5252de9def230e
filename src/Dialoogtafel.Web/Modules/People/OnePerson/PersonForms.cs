using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <summary>How to reach somebody: the facts that belong to the installation.</summary>
public sealed class ContactForm
{
    [Required(ErrorMessage = "Vul een voornaam in."), StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? FirstName { get; set; }

    [StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? LastName { get; set; }

    [MailAddress]
    public string? Email { get; set; }

    [
        StringLength(40, ErrorMessage = "Dit nummer is te lang."),
        RegularExpression(
            @"[0-9+()\-./ ]*",
            ErrorMessage = "Gebruik in een telefoonnummer alleen cijfers, spaties, haakjes en streepjes."
        )
    ]
    public string? Phone { get; set; }

    [StringLength(200, ErrorMessage = "Deze naam is te lang.")]
    public string? Organisation { get; set; }

    [Required(ErrorMessage = "Kies een taal."), RegularExpression("nl|en", ErrorMessage = "Kies een taal.")]
    public string? Language { get; set; } = "nl";

    [Required(ErrorMessage = "Kies hoe deze persoon het liefst bereikt wordt.")]
    public ContactPreference? Preference { get; set; } = ContactPreference.Mail;

    public bool LimitedLoad { get; set; }

    /// <summary>The version that was on the screen (F11).</summary>
    public int Version { get; set; }

    public static ContactForm Of(Person person) =>
        new()
        {
            FirstName = person.FirstName,
            LastName = person.LastName,
            Email = person.Email,
            Phone = person.Phone,
            Organisation = person.Organisation?.Name,
            Language = person.Language,
            Preference = person.Preference,
            LimitedLoad = person.LimitedLoad,
            Version = person.Version,
        };
}

public sealed class PerspectiveForm
{
    [Required(ErrorMessage = "Kies een partij.")]
    public int? PerspectiveId { get; set; }

    [Required(ErrorMessage = "Vul in van wie u dit weet."), StringLength(100, ErrorMessage = "Schrijf het korter.")]
    public string? AccordingTo { get; set; }
}

public sealed class RoleForm
{
    [Required(ErrorMessage = "Kies een project.")]
    public int? ProjectId { get; set; }

    [Required(ErrorMessage = "Kies een rol.")]
    public ParticipationRole? Role { get; set; }

    [
        Required(ErrorMessage = "Schrijf in een paar woorden waarom."),
        StringLength(200, ErrorMessage = "Schrijf het korter.")
    ]
    public string? Reason { get; set; }
}

public sealed class ConsentForm
{
    [Required(ErrorMessage = "Kies een project.")]
    public int? ProjectId { get; set; }

    [Required(ErrorMessage = "Kies waarvoor de toestemming is.")]
    public ConsentPurpose? Purpose { get; set; }

    [
        Required(ErrorMessage = "Vul in welke tekst u voorlas of liet zien."),
        StringLength(40, ErrorMessage = "Schrijf het korter.")
    ]
    public string? TextVersion { get; set; }

    [Required(ErrorMessage = "Kies hoe de toestemming is gegeven.")]
    public ConsentChannel? Channel { get; set; }

    [Required(ErrorMessage = "Vul de dag in.")]
    public DateOnly? GivenOn { get; set; }
}
