using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.Admin.Sending;

/// <summary>
/// Versturen: where mail goes, the test mail to oneself, and the switch (D-15, S45).
/// </summary>
[May(Who.Technical, Scope.Anywhere)]
[Route("beheer/versturen")]
public sealed class SendingController(
    DialoogtafelDb db,
    SendingDesk desk,
    PauseDesk pauses,
    PauseReader pause,
    Installation installation,
    InstallationOptions options,
    Nudge nudge,
    TimeProvider clock
) : TeamController(clock)
{
    private const string DemoSays = "De demo kan niet versturen. Er is niets veranderd.";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? terug, CancellationToken stop)
    {
        var row = await installation.ReadAsync(stop);
        var form = SendingForm.Of(row, installation.BaseAddress(row), Me.Person.Email);
        form.Terug = terug;
        return await ShowAsync(form, row, stop);
    }

    /// <summary>Keeps the settings and sends a test mail with them.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save([Bind(Prefix = "Form")] SendingForm form, CancellationToken stop)
    {
        var row = await installation.ReadAsync(stop);
        Judge(form, row);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(form, row, stop);
        }

        var isOther = desk.Apply(form, row);
        await desk.TestAsync(Me.Person, row, Now, stop);
        await db.SaveChangesAsync(stop);
        await (isOther ? pauses.EndAsync(stop) : pauses.TryNowAsync(Now, stop));
        nudge.Wake();
        return Back(form.Terug);
    }

    /// <summary>"Ja, test gekregen": only after the server took the test mail of these settings.</summary>
    [HttpPost("aan")]
    public async Task<IActionResult> SwitchOn(string? terug, CancellationToken stop)
    {
        var row = await installation.ReadAsync(stop);
        if (
            options.Demo
            || !desk.Facts(row).MayBeOn
            || (await desk.NewestTestAsync(Me.Person, row, stop))?.State != MailState.Sent
        )
        {
            ModelState.Clear();
            ModelState.AddModelError(
                "",
                options.Demo ? DemoSays : "Versturen kan nog niet aan. Stuur eerst een testmail die aankomt."
            );
            var form = SendingForm.Of(row, installation.BaseAddress(row), Me.Person.Email);
            form.Terug = terug;
            return await ShowAsync(form, row, stop);
        }

        row.SendingOnAt = Now;
        await db.SaveChangesAsync(stop);
        nudge.Wake();
        Say("Versturen staat aan.");
        return LocalRedirect(Local(terug) ?? "/start");
    }

    [HttpPost("uit")]
    public async Task<IActionResult> SwitchOff(string? terug, CancellationToken stop)
    {
        var row = await installation.ReadAsync(stop);
        row.SendingOnAt = null;
        await db.SaveChangesAsync(stop);
        Say("Versturen staat uit. Mail die klaarstaat, blijft wachten.");
        return Back(terug);
    }

    /// <summary>"Probeer het nu": one mail asks the server whether it takes our mail again.</summary>
    [HttpPost("poging")]
    public async Task<IActionResult> TryNow(string? terug, CancellationToken stop)
    {
        await pauses.TryNowAsync(Now, stop);
        nudge.Wake();
        Say("Wij proberen nu één mail. Lukt dat, dan gaat de rest vanzelf. Kijk zo nog eens op deze pagina.");
        return Back(terug);
    }

    private void Judge(SendingForm form, InstallationSettings row)
    {
        if (options.Demo)
        {
            ModelState.AddModelError("", DemoSays);
            return;
        }

        if (installation.ServerIsFixed)
        {
            ModelState.Remove("Form." + nameof(form.Route));
        }

        if (installation.FromIsFixed)
        {
            ModelState.Remove("Form." + nameof(form.From));
        }

        if (string.IsNullOrWhiteSpace(Me.Person.Email))
        {
            ModelState.AddModelError(
                "",
                "Uw eigen mailadres ontbreekt. Vul het eerst in bij uw gegevens; de testmail gaat daarheen."
            );
        }

        foreach (var (field, problem) in SendingCheck.Of(form, row, installation))
        {
            ModelState.AddModelError("Form." + field, problem);
        }
    }

    private async Task<IActionResult> ShowAsync(SendingForm form, InstallationSettings row, CancellationToken stop)
    {
        form.Terug = Local(form.Terug);
        var test = await desk.LookAsync(Me.Person, row, stop);
        return View("Index", new SendingPage(form, desk.Facts(row), test, await pause.FindAsync(Now, stop)));
    }

    private RedirectResult Back(string? terug) =>
        Redirect(
            Local(terug) is { } path ? $"/beheer/versturen?terug={Uri.EscapeDataString(path)}" : "/beheer/versturen"
        );

    /// <summary>A path of this site, or nothing (S17).</summary>
    private string? Local(string? path) => Url.IsLocalUrl(path) && path.StartsWith('/') ? path : null;
}
