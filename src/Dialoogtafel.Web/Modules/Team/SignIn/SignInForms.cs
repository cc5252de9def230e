using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Team.SignIn;

public sealed class AskForm
{
    [Required(ErrorMessage = "Vul uw mailadres in."), MailAddress]
    public string? Email { get; set; }

    /// <summary>Where to go after signing in; a path of this site only.</summary>
    public string? Terug { get; set; }
}

public sealed class CodeForm
{
    public string? Code { get; set; }
}

/// <param name="Here">The browser that asked for the link, so one press is enough.</param>
/// <param name="Code">To type in the browser that asked; shown after a press.</param>
public sealed record LinkPage(string Token, bool Here, string? Code);
