using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

public enum RemoveChoice
{
    Remove,
    Keep,
}

/// <summary>Post to <c>{path}/van-de-lijst</c>. Nothing is chosen as served.</summary>
public sealed class RemoveForm
{
    [Required(ErrorMessage = "Kies of wij uw gegevens wissen of bewaren.")]
    public RemoveChoice? Choice { get; set; }
}

/// <summary>"Haal mij van de lijst".</summary>
/// <param name="AddressFrom">Who gave us the address; null when the person did.</param>
/// <param name="Comes">Whether the person has said ja: the chair is then given free too.</param>
public sealed record RemovePage(LinkOwner Owner, Contact? Contact, string? AddressFrom, bool Comes, RemoveForm Form);
