using Dialoogtafel.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// The answer to an unknown, old or withdrawn link and to a number without cookie: 404 with the form "stuur mij mijn
/// link opnieuw", always the same (S07). Addresses with a token that opens nothing are counted by network: too many of
/// them is guessing, and gets 429 (S08).
/// </summary>
public static class LostLink
{
    public static IActionResult View(Controller controller) =>
        IsGuessing(controller) ? new StatusCodeResult(StatusCodes.Status429TooManyRequests) : Page(controller);

    /// <summary>Counts this miss; numbers without cookie are no guesses, they open nothing.</summary>
    public static bool IsGuessing(ControllerBase controller) =>
        controller.RouteData.Values.ContainsKey("token")
        && !controller
            .HttpContext.RequestServices.GetRequiredService<NetworkLimit>()
            .Allow(Counted.MissedLink, controller.HttpContext);

    private static ViewResult Page(Controller controller) =>
        new()
        {
            StatusCode = StatusCodes.Status404NotFound,
            ViewName = "LinkAgain",
            ViewData = new ViewDataDictionary<LinkAgainPage>(controller.MetadataProvider, controller.ModelState)
            {
                Model = new LinkAgainPage(OldLink: true, new LinkAgainForm()),
            },
        };
}
