using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Team.Welcome;

/// <summary>Step 2 of the first five minutes: who are you? What is typed here is not asked again.</summary>
public sealed class WelcomeForm
{
    [Required(ErrorMessage = "Vul uw voornaam in."), StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? FirstName { get; set; }

    [Required(ErrorMessage = "Vul uw achternaam in."), StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? LastName { get; set; }

    [Required(ErrorMessage = "Vul uw mailadres in."), MailAddress]
    public string? Email { get; set; }

    [
        Required(ErrorMessage = "Vul de naam van uw organisatie in."),
        StringLength(150, ErrorMessage = "Deze naam is te lang.")
    ]
    public string? Organisation { get; set; }

    [
        Required(ErrorMessage = "Vul het telefoonnummer in waarop deelnemers u kunnen bellen."),
        Phone(ErrorMessage = "Dit is geen telefoonnummer. Schrijf het zo: 06 12 34 56 78."),
        StringLength(30, ErrorMessage = "Dit telefoonnummer is te lang.")
    ]
    public string? Phone { get; set; }
}

/// <param name="Token">Of the first link, to post to the same address.</param>
public sealed record WelcomePage(string Token, WelcomeForm Form);
