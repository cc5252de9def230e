using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.SignIn;

/// <summary>
/// Aanmelden van het team: a mailed link and no password. The pages answer the same whether or not an address is known
/// (S09).
/// </summary>
[Open]
[DutchOnly]
public sealed class SignInController(
    DialoogtafelDb db,
    SignInDesk desk,
    SignInCodes codes,
    NetworkLimit limit,
    InstallationOptions options,
    TimeProvider clock
) : Controller
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [HttpGet("team/inloggen")]
    public IActionResult Ask(string? terug) =>
        Actor.Of(HttpContext) is null ? View(new AskForm { Terug = terug }) : LocalRedirect("/start");

    [HttpPost("team/inloggen")]
    public async Task<IActionResult> Send(AskForm form, CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            return View(nameof(Ask), form);
        }

        if (!limit.Allow(Counted.AskedLink, HttpContext))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var browser = SignInSecrets.MarkBrowser(HttpContext, form.Terug);
        await desk.SendAsync(form.Email!, browser, Now, stop);
        return RedirectToAction(nameof(Sent));
    }

    [HttpGet("team/inloggen/verstuurd")]
    public IActionResult Sent() => View(new CodeForm());

    /// <summary>The code that the link showed on another device, typed in the browser that asked.</summary>
    [HttpPost("team/inloggen/code")]
    public async Task<IActionResult> Code(CodeForm form, CancellationToken stop)
    {
        var browser = SignInSecrets.BrowserHash(HttpContext);
        // One at a time: tries at the same moment must not all count as the first.
        await using var turn = await db.BeginWriteAsync(stop);
        var request = browser is null
            ? null
            : await db
                .SignInRequests.OrderByDescending(item => item.Id)
                .FirstOrDefaultAsync(item => item.BrowserHash == browser, stop);
        if (request?.TryCode(codes.Matches(form.Code, request.TokenHash), Now) == true)
        {
            return await EnterAsync(request, turn, stop);
        }

        await turn.SaveAsync(stop);
        ModelState.AddModelError(
            nameof(form.Code),
            "Deze code klopt niet of is te oud. Kijk nog eens goed, of vraag een nieuwe link."
        );
        return View(nameof(Sent), form);
    }

    /// <summary>
    /// Where the mailed link lands. Changes nothing for a scanner; in another browser it shows a code on request.
    /// </summary>
    [HttpGet("team/in/{token}")]
    public async Task<IActionResult> Link(string token, CancellationToken stop) =>
        await FindAsync(token, stop) is { } request ? View(new LinkPage(token, ThisBrowser(request), null)) : Gone();

    [HttpPost("team/in/{token}")]
    public async Task<IActionResult> Enter(string token, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await FindAsync(token, stop) is not { } request)
        {
            return Gone();
        }

        if (ThisBrowser(request))
        {
            return await EnterAsync(request, turn, stop);
        }

        return View(nameof(Link), new LinkPage(token, false, codes.For(request.TokenHash)));
    }

    /// <summary>
    /// Ends every session of this account: a cookie that stayed behind on another device is dead too.
    /// </summary>
    [HttpPost("team/uitloggen")]
    public async Task<IActionResult> Leave(CancellationToken stop)
    {
        if (Actor.Of(HttpContext) is { } actor)
        {
            var account = await db.Users.SingleAsync(item => item.Id == actor.AccountId, stop);
            account.SecurityStamp = SignInSecrets.NewToken();
            db.UserTokens.RemoveRange(
                await db
                    .UserTokens.Where(item =>
                        item.UserId == actor.AccountId && item.LoginProvider == TeamSession.Provider
                    )
                    .ToListAsync(stop)
            );
            await db.SaveChangesAsync(stop);
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect("/");
    }

    private async Task<IActionResult> EnterAsync(SignInRequest request, WriteTransaction turn, CancellationToken stop)
    {
        var account = await db.Users.SingleAsync(item => item.Id == request.AccountId, stop);
        if (!options.Demo)
        {
            request.Use(Now);
        }

        await turn.SaveAsync(stop);
        // In the demo everything is made up, and the link is all that there is.
        await TeamSession.SignInAsync(HttpContext, account, twice: options.Demo);
        var back = SignInSecrets.Return(HttpContext);
        return LocalRedirect(
            account.TwoFactorEnabled && !options.Demo ? $"/team/tweede-stap?terug={Uri.EscapeDataString(back)}" : back
        );
    }

    private async Task<SignInRequest?> FindAsync(string token, CancellationToken stop)
    {
        var hash = SignInSecrets.Hash(token);
        var request = await db.SignInRequests.SingleOrDefaultAsync(
            item => item.TokenHash == hash && item.AccountId != null,
            stop
        );
        return request?.IsOpen(Now) == true ? request : null;
    }

    private bool ThisBrowser(SignInRequest request) =>
        request.BrowserHash is null || request.BrowserHash == SignInSecrets.BrowserHash(HttpContext);

    private IActionResult Gone()
    {
        if (LostLink.IsGuessing(this))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Gone");
    }
}
