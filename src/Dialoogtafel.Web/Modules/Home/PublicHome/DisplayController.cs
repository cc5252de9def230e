using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.Home.PublicHome;

/// <summary>
/// Remembers on this device how pages look and in which language; no account, no script. Comes back to where the person
/// was.
/// </summary>
[Open]
public sealed class DisplayController : Controller
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <param name="size">Unknown words count as the ordinary size.</param>
    /// <param name="here">Where to go back to; anything but a path of this site leads to the front page (S17).</param>
    [HttpPost("/weergave")]
    public IActionResult Show(string? size, bool calm, string? here)
    {
        _ = Enum.TryParse<TextSize>(size, out var wanted);
        Remember(ViewChoices.Cookie, new ViewChoices(calm, wanted).CookieValue);
        return Back(here);
    }

    [HttpPost("/weergave/taal")]
    public IActionResult Speak(string? language, string? here)
    {
        if (language is not null && Language.Supported.Contains(language))
            Remember(Language.Cookie, language);
        return Back(here);
    }

    private void Remember(string cookie, string value) =>
        Response.Cookies.Append(
            cookie,
            value,
            new CookieOptions
            {
                MaxAge = Remembered,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
                Path = "/",
            }
        );

    private LocalRedirectResult Back(string? here) =>
        LocalRedirect(Url.IsLocalUrl(here) && here.StartsWith('/') ? here : "/");
}
