using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

public enum AgreedChoice
{
    Agreed,
    NotYet,
}

/// <summary>
/// Post to <c>{path}/iemand-anders</c>. The controller asks for an address or a number: one of the two is enough.
/// </summary>
public sealed class SubstituteForm
{
    [Required(ErrorMessage = "Schrijf op hoe deze persoon heet.")]
    [StringLength(100, ErrorMessage = "Deze naam is te lang. Schrijf alleen de naam op.")]
    public string? Name { get; set; }

    [MailAddress]
    public string? Address { get; set; }

    [StringLength(40, ErrorMessage = "Dit nummer is te lang. Schrijf alleen het telefoonnummer op.")]
    public string? Phone { get; set; }

    [Required(ErrorMessage = "Kies of deze persoon het al weet.")]
    public AgreedChoice? Agreed { get; set; }

    /// <summary>For the organiser, in Dutch.</summary>
    public string InWords() => new NamedSubstitute(Name!, Address, Phone, Agreed == AgreedChoice.Agreed).InWords();
}

/// <summary>After "iemand anders in mijn plaats": goes to the organiser, seats nobody.</summary>
public sealed record SubstitutePage(LinkOwner Owner, GatheringLine Gathering, Contact? Contact, SubstituteForm Form);
