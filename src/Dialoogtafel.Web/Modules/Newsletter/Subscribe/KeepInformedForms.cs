using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Newsletter.Subscribe;

/// <summary>Post to <c>/op-de-hoogte</c>.</summary>
public sealed class KeepInformedForm
{
    [Required(ErrorMessage = "Schrijf uw voornaam op.")]
    [StringLength(40, ErrorMessage = "Deze naam is te lang.")]
    public string? FirstName { get; set; }

    [StringLength(60, ErrorMessage = "Deze naam is te lang.")]
    public string? LastName { get; set; }

    [Required(ErrorMessage = "Schrijf uw mailadres op."), MailAddress]
    public string? Address { get; set; }

    /// <summary>Asked when there is more than one.</summary>
    public int? ProjectId { get; set; }
}

/// <summary>Post to <c>/op-de-hoogte/{token}</c>. Not ticked as served.</summary>
public sealed class SayYesForm
{
    public bool Yes { get; set; }
}

public sealed record PublicProjectLine(int Id, string Name);

public sealed record KeepInformedPage(IReadOnlyList<PublicProjectLine> Projects, KeepInformedForm Form);

/// <param name="Done">She said yes already.</param>
public sealed record SayYesPage(string Token, string FirstName, string Project, bool Done, SayYesForm Form);
