using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.Welcome;

/// <summary>
/// The one-time link of an empty machine: who is the first organiser? Dead after 30 minutes and once there is an
/// organiser.
/// </summary>
[Open]
[DutchOnly]
public sealed class WelcomeController(DialoogtafelDb db, TimeProvider clock) : Controller
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [HttpGet("eerste/{token}")]
    public async Task<IActionResult> Ask(string token, CancellationToken stop) =>
        await FindAsync(token, stop) is null ? Gone() : View("Welcome", new WelcomePage(token, new WelcomeForm()));

    [HttpPost("eerste/{token}")]
    public async Task<IActionResult> Begin(
        string token,
        [Bind(Prefix = "Form")] WelcomeForm form,
        CancellationToken stop
    )
    {
        // The write gate before the question: two presses at once must not make two first organisers.
        await using var write = await db.BeginWriteAsync(stop);
        if (await FindAsync(token, stop) is not { } request)
        {
            return Gone();
        }

        if (!ModelState.IsValid)
        {
            return View("Welcome", new WelcomePage(token, form));
        }

        request.Use(Now);
        var account = await FirstTeam.AddAsync(db, form, SignInSecrets.NewToken(), Now, stop);
        await write.SaveAsync(stop);
        await TeamSession.SignInAsync(HttpContext, account, twice: false);
        return LocalRedirect("/start");
    }

    private async Task<SignInRequest?> FindAsync(string token, CancellationToken stop)
    {
        var hash = SignInSecrets.Hash(token);
        var request = await db.SignInRequests.SingleOrDefaultAsync(item => item.TokenHash == hash && item.First, stop);
        return
            request?.IsOpen(Now) == true
            && !await db.Memberships.AnyAsync(item => item.Role == TeamRole.Organiser, stop)
            ? request
            : null;
    }

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
