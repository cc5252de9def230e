using Dialoogtafel.Web.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Pages.Errors;

/// <summary>
/// What a person reads when something did not work: plain words, what to do, whom to call; never a stack (S71). Answers
/// in place of the failed request and keeps its status code, also for a form that was posted.
/// </summary>
[Open]
[IgnoreAntiforgeryToken]
public sealed class ErrorsController(Texts texts) : Controller
{
    [HttpGet("fout/{code:int}"), HttpPost("fout/{code:int}")]
    public IActionResult Show(int code)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var status =
            failed ? Response.StatusCode
            : code is >= 400 and < 600 ? code
            : StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        ViewData["Here"] = "/";
        return View("Error", new ErrorPage(status, Title(status), Advice(status), Actor.Of(HttpContext) is not null));
    }

    private string Title(int status) =>
        status switch
        {
            400 => texts["Uw formulier is verlopen"],
            404 or 410 => texts["Deze pagina is er niet"],
            429 => texts["Dat ging te snel na elkaar"],
            503 => texts["Het lukt nu even niet"],
            >= 500 => texts["Er ging bij ons iets mis"],
            _ => texts["Dat kan hier niet"],
        };

    private string Advice(int status) =>
        status switch
        {
            400 => texts[
                "Ga terug, ververs de pagina en verstuur het formulier opnieuw. "
                    + "Wat u typte staat meestal nog in uw browser. Er is niets opgeslagen."
            ],
            404 or 410 => texts[
                "Misschien is het adres niet helemaal overgekomen. "
                    + "Open de link uit uw mail nog eens, of begin op de voorpagina."
            ],
            429 => texts["Wacht een paar minuten en probeer het dan nog eens."],
            503 => texts[
                "Wij kunnen op dit moment niets bewaren. Ga terug en probeer het over een paar minuten opnieuw."
            ],
            >= 500 => texts["Dat ligt niet aan u. Ga terug en probeer het nog eens. Lukt het weer niet? Bel ons dan."],
            _ => texts["Ga terug en probeer het op een andere manier. Lukt het niet? Bel ons dan."],
        };
}

/// <param name="Team">A team member is signed in: the page leads back to her start page.</param>
public sealed record ErrorPage(int Status, string Title, string Advice, bool Team);
