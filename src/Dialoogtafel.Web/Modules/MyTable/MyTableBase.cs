using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>
/// A page behind a personal link. Every one exists under the cookie's address and under the token's, for browsers that
/// refuse cookies. GET changes nothing; every form is empty as served (D-02, D-04).
/// </summary>
[Open]
[Route("mijn-tafel/{linkId:int}")]
[Route("u/{token}")]
public abstract class MyTableBase(MyTableGate gate, TimeProvider clock) : Controller
{
    protected const string Noted = "genoteerd";

    protected DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Hash of the device key of this browser; null where cookies are refused.</summary>
    protected string? DeviceHash { get; private set; }

    protected async Task<IActionResult> WithPageAsync(
        CancellationToken stop,
        Func<MyTablePages, Invitation, Task<IActionResult>> show
    )
    {
        if (await gate.OpenAsync(HttpContext, stop) is not { } pages)
        {
            return Lost();
        }

        DeviceHash = pages.Device;
        return await show(pages, pages.Facts);
    }

    protected async Task<bool> TryAsync(Func<Task<bool>> act)
    {
        try
        {
            return await act();
        }
        catch (DomainRuleException refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return false;
        }
    }

    protected Task<IActionResult> Page(string view, object model) => Task.FromResult<IActionResult>(View(view, model));

    protected static IActionResult BadForm(IActionResult page)
    {
        ((ViewResult)page).StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    protected static SeeOtherResult Done(MyTablePages pages) => SeeOther($"{pages.Path}?{Noted}=1");

    protected static SeeOtherResult SeeOther(string path) => new(path);

    protected IActionResult Lost() => LostLink.View(this);
}
