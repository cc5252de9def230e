using System.Buffers.Text;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.SecondFactor;

/// <summary>
/// De tweede stap: a passkey or a code app beside the mailed link (S11). A member without one sets it up here; with one
/// she shows it here. Changing anything asks that she showed it in the last ten minutes. Without script everything
/// works by code app.
/// </summary>
[May(Who.Team, Scope.Anywhere, Factors.Link)]
[Route("team/tweede-stap")]
public sealed class SecondStepController(
    DialoogtafelDb db,
    SecondFactors factors,
    PasskeyDesk passkeys,
    AddedKey addedKey,
    UserManager<TeamAccount> users,
    WallClock wall,
    TimeProvider clock
) : TeamController(clock)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    private bool Fresh => !Me.HasSecondFactor || Me.TwiceAt > Now - FreshFor;

    [HttpGet("")]
    public async Task<IActionResult> Show(string? terug, bool opnieuw, CancellationToken stop) =>
        Me.HasSecondFactor && (Me.TwiceAt is null || (opnieuw && !Fresh))
            ? View("Ask", await AskPageAsync(terug, new AppCodeForm(), stop))
            : View("Keys", await KeysPageAsync(terug, new PasskeyForm(), stop));

    [HttpPost("vraag")]
    public async Task<IActionResult> Question(CancellationToken stop) =>
        Me.HasSecondFactor
            ? Content(await passkeys.AskKnownAsync(HttpContext, Me, stop), "application/json")
            : NotFound();

    [HttpPost("passkey")]
    public async Task<IActionResult> Prove(PasskeyForm form, CancellationToken stop)
    {
        if (await passkeys.ProveAsync(HttpContext, Me, form.Credential, stop))
        {
            return await PassAsync(form.Terug, stop);
        }

        ModelState.AddModelError("", "Dat was niet een van uw passkeys. Probeer het nog eens.");
        return View("Ask", await AskPageAsync(form.Terug, new AppCodeForm(), stop));
    }

    [HttpPost("code")]
    public async Task<IActionResult> Code([Bind(Prefix = "Form")] AppCodeForm form, CancellationToken stop)
    {
        if (ModelState.IsValid && Understood(await factors.CheckCodeAsync(Me.AccountId, form.Code, stop)))
        {
            return await PassAsync(form.Terug, stop);
        }

        return View("Ask", await AskPageAsync(form.Terug, form, stop));
    }

    [HttpPost("passkeys/opties")]
    public async Task<IActionResult> NewPasskey(CancellationToken stop) =>
        Fresh ? Content(await passkeys.AskNewAsync(HttpContext, Me, stop), "application/json") : NotFound();

    [HttpPost("passkeys")]
    public async Task<IActionResult> AddPasskey([Bind(Prefix = "Form")] PasskeyForm form, CancellationToken stop)
    {
        if (!Fresh)
        {
            return ShowFirst();
        }

        var passkeysOfMine = db.Set<IdentityUserPasskey<int>>().Where(item => item.UserId == Me.AccountId);
        var name = string.IsNullOrWhiteSpace(form.Name)
            ? $"Passkey {await passkeysOfMine.CountAsync(stop) + 1}"
            : form.Name.Trim();
        if (ModelState.IsValid && await passkeys.AddAsync(HttpContext, Me, form.Credential, name, stop))
        {
            return await AddedAsync($"De passkey {name} is toegevoegd.", form.Terug, stop);
        }

        ModelState.AddModelError(
            "",
            "De passkey is niet toegevoegd. Probeer het nog eens, of gebruik een app met codes."
        );
        return View("Keys", await KeysPageAsync(form.Terug, form, stop));
    }

    [HttpPost("passkeys/verwijdering")]
    public Task<IActionResult> RemovePasskey(string? key, CancellationToken stop) =>
        ChangeAsync("De passkey is weg.", stop, async () =>
        {
            if (key is not null && Base64Url.IsValid(key))
            {
                await factors.RemovePasskeyAsync(Me.AccountId, Base64Url.DecodeFromChars(key), stop);
            }
        });

    /// <summary>Begins with a code app: makes its secret.</summary>
    [HttpPost("app")]
    public async Task<IActionResult> BeginApp(string? terug, CancellationToken stop)
    {
        if (!Fresh)
        {
            return ShowFirst();
        }

        await factors.BeginAppAsync(Me, stop);
        return new SeeOtherResult($"/team/tweede-stap/app?terug={Uri.EscapeDataString(SignInSecrets.OurPath(terug))}");
    }

    [HttpGet("app")]
    public async Task<IActionResult> App(string? terug, CancellationToken stop) =>
        Fresh && await AppPageAsync(terug, new AppCodeForm(), stop) is { } page
            ? View("App", page)
            : new SeeOtherResult("/team/tweede-stap");

    [HttpPost("app/bevestiging")]
    public async Task<IActionResult> ConfirmApp([Bind(Prefix = "Form")] AppCodeForm form, CancellationToken stop)
    {
        if (!Fresh)
        {
            return ShowFirst();
        }

        if (await AppPageAsync(form.Terug, form, stop) is not { } page)
        {
            Say("Deze sleutel geldt niet meer. Haal hem uit uw app en begin opnieuw: u krijgt een nieuwe.");
            return new SeeOtherResult(
                $"/team/tweede-stap?terug={Uri.EscapeDataString(SignInSecrets.OurPath(form.Terug))}"
            );
        }

        return
            ModelState.IsValid
            && Understood(
                await factors.ConfirmAppAsync(
                    Me,
                    form.Code,
                    () => addedKey.TellAsync(Me, "een app met codes", stop),
                    stop
                )
            )
            ? await AddedAsync("De app met codes is toegevoegd.", form.Terug, stop)
            : View("App", page);
    }

    [HttpPost("app/verwijdering")]
    public Task<IActionResult> RemoveApp(CancellationToken stop) =>
        ChangeAsync("De app met codes is weg.", stop, () => factors.RemoveAppAsync(Me.AccountId, stop));

    private async Task<IActionResult> ChangeAsync(string done, CancellationToken stop, Func<Task> change)
    {
        if (!Fresh)
        {
            return ShowFirst();
        }

        if (!await AttemptAsync(change))
        {
            return View("Keys", await KeysPageAsync(null, new PasskeyForm(), stop));
        }

        Say(done);
        return new SeeOtherResult("/team/tweede-stap");
    }

    /// <summary>A first key was shown to work just now, so the session has both factors from here on.</summary>
    private async Task<IActionResult> AddedAsync(string done, string? back, CancellationToken stop)
    {
        Say(done);
        return await PassAsync(SignInSecrets.OurPath(back) == "/start" ? "/team/tweede-stap" : back, stop);
    }

    private async Task<IActionResult> PassAsync(string? back, CancellationToken stop)
    {
        await TeamSession.SignInAsync(
            HttpContext,
            await db.Users.SingleAsync(item => item.Id == Me.AccountId, stop),
            twice: true
        );
        return new SeeOtherResult(SignInSecrets.OurPath(back));
    }

    private static SeeOtherResult ShowFirst() => new("/team/tweede-stap?opnieuw=true&terug=%2Fteam%2Ftweede-stap");

    private bool Understood(CodeOutcome outcome)
    {
        if (outcome != CodeOutcome.Right)
        {
            ModelState.AddModelError(
                "Form.Code",
                outcome == CodeOutcome.Wait
                    ? "Er zijn te veel verkeerde codes getypt. Wacht een kwartier en probeer het dan nog eens."
                    : "Deze code klopt niet, of is al gebruikt. Wacht tot de app een nieuwe code toont en typ die over."
            );
        }

        return outcome == CodeOutcome.Right;
    }

    private async Task<AskPage> AskPageAsync(string? back, AppCodeForm form, CancellationToken stop) =>
        new(
            await db.Set<IdentityUserPasskey<int>>().AnyAsync(item => item.UserId == Me.AccountId, stop),
            await factors.HasAppAsync(Me.AccountId, stop),
            SignInSecrets.OurPath(back),
            form
        );

    private async Task<KeysPage> KeysPageAsync(string? back, PasskeyForm form, CancellationToken stop)
    {
        var account = await db.Users.SingleAsync(item => item.Id == Me.AccountId, stop);
        var rows =
            from key in await users.GetPasskeysAsync(account)
            orderby key.CreatedAt
            select new PasskeyRow(
                Base64Url.EncodeToString(key.CredentialId),
                key.Name ?? "Passkey",
                wall.Day(key.CreatedAt.UtcDateTime)
            );
        return new KeysPage(
            [.. rows],
            await factors.HasAppAsync(Me.AccountId, stop),
            Fresh,
            SignInSecrets.OurPath(back),
            form
        );
    }

    private async Task<AppPage?> AppPageAsync(string? back, AppCodeForm form, CancellationToken stop)
    {
        if (await factors.PendingAppAsync(Me, stop) is not { } secret)
        {
            return null;
        }

        var account = await db
            .Users.Where(item => item.Id == Me.AccountId)
            .Select(item => item.Email)
            .SingleAsync(stop);
        return new AppPage(
            string.Join(' ', secret.Chunk(4).Select(part => new string(part))),
            AppCodes.Address(secret, account!, "Dialoogtafel"),
            SignInSecrets.OurPath(back),
            form
        );
    }
}
