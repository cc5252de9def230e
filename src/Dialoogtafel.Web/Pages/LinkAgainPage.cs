using System.ComponentModel.DataAnnotations;

namespace Dialoogtafel.Web.Pages;

/// <summary>Post to <c>/link-opnieuw</c>.</summary>
public sealed class LinkAgainForm
{
    [Required(ErrorMessage = "Schrijf uw mailadres op."), MailAddress]
    public string? Address { get; set; }
}

/// <summary>
/// "Stuur mij mijn link opnieuw": also the page for a lost, old or withdrawn link (status 404), the same for every one
/// of them (S07).
/// </summary>
/// <param name="OldLink">True when the person came by a link that does not open anything.</param>
public sealed record LinkAgainPage(bool OldLink, LinkAgainForm Form);
