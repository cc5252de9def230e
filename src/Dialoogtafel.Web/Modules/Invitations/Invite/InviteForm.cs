using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Modules.Invitations.Invite;

/// <summary>Whom to invite. A known person is named by id, or the name and one way to reach her are typed.</summary>
public sealed class InviteForm
{
    public int? PersonId { get; set; }

    /// <summary>The invitation of whoever named this person in the own place; null when nobody did.</summary>
    public int? NamedBy { get; set; }

    [Required(ErrorMessage = "Vul de voornaam in."), StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? FirstName { get; set; }

    [StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? LastName { get; set; }

    [MailAddress]
    public string? Email { get; set; }

    [StringLength(40, ErrorMessage = "Dit nummer is te lang.")]
    public string? Phone { get; set; }

    [Required(ErrorMessage = "Kies van welke partij deze persoon is.")]
    public int? PerspectiveId { get; set; }

    [
        Required(ErrorMessage = "Vul in van wie u dit adres kreeg. De persoon leest dit in de uitnodiging."),
        StringLength(200, ErrorMessage = "Dit is te lang.")
    ]
    public string? ViaWhom { get; set; }

    [StringLength(1000, ErrorMessage = "Dit is te lang. Houd het bij een paar zinnen.")]
    public string? OwnSentence { get; set; }
}

/// <param name="KnownAs">The name of a known person who is invited; her contact facts are not asked again.</param>
public sealed record InvitePage(
    int GatheringId,
    string Table,
    InviteForm Form,
    IReadOnlyList<SelectListItem> Perspectives,
    string? KnownAs
)
{
    /// <summary>Asked when the address of somebody new is known already; else null.</summary>
    public KnownQuestion? Known { get; init; }

    /// <summary>Who is meant stands on the list of this table already.</summary>
    public OnTheList? OnTheList { get; init; }
}

/// <summary>An invitation that is there already, with the name of its person.</summary>
public sealed record OnTheList(int InvitationId, string Name)
{
    public string InWords => $"{Name} staat al op de lijst van deze tafel.";
}
