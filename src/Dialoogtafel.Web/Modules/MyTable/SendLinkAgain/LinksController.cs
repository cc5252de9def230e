using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.MyTable.SendLinkAgain;

/// <summary>"Stuur mij mijn link opnieuw": the same answer whether or not the address is known.</summary>
[Open]
public sealed class LinksController(LinkAgain again, NetworkLimit limit, TimeProvider clock) : Controller
{
    [HttpGet("/link-opnieuw")]
    public IActionResult Ask(bool verstuurd) =>
        verstuurd ? View("LinkAgainSent") : View("LinkAgain", new LinkAgainPage(OldLink: false, new LinkAgainForm()));

    [HttpPost("/link-opnieuw")]
    public async Task<IActionResult> Send([Bind(Prefix = "Form")] LinkAgainForm form, CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("LinkAgain", new LinkAgainPage(OldLink: false, form));
        }

        if (!limit.Allow(Counted.AskedLink, HttpContext))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        await again.SendAsync(form.Address!, clock.GetUtcNow().UtcDateTime, stop);
        return new SeeOtherResult("/link-opnieuw?verstuurd=true");
    }
}
