using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

public enum WhenChoice
{
    ThisWeek,
    NextWeek,
    RatherCall,
}

/// <summary>Post to <c>{path}/wanneer</c>.</summary>
public sealed class WhenForm
{
    [Required(ErrorMessage = "Kies wanneer u het weet, of kies dat wij bellen.")]
    public WhenChoice? When { get; set; }

    /// <summary>For <see cref="WhenChoice.RatherCall"/>; the controller asks for it when no number is known.</summary>
    [StringLength(40, ErrorMessage = "Dit nummer is te lang. Schrijf alleen het telefoonnummer op.")]
    public string? Phone { get; set; }
}

/// <summary>After "weet ik nog niet": when do you know? Silent until then; holds no chair.</summary>
/// <param name="PhoneKnown">The number that we have, shown for checking; null asks for one. Pass null on a device that
/// is not known as the person's own.</param>
public sealed record WhenPage(
    LinkOwner Owner,
    GatheringLine Gathering,
    Contact? Contact,
    string? PhoneKnown,
    WhenForm Form
);
