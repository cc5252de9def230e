using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Admin.MailLog;

/// <summary>
/// Post: what went out to whom, what waits, what failed, and what to do about it. Links of participants are masked.
/// </summary>
[May(Who.Organisers, Scope.Anywhere)]
[Route("beheer/post")]
public sealed class MailLogController(DialoogtafelDb db, MailLogDesk desk, TimeProvider clock) : TeamController(clock)
{
    /// <summary>
    /// The picture of a mail may have its own styles and nothing else: no script, no images from elsewhere, no forms.
    /// </summary>
    private const string PicturePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri "
        + "'none'; frame-ancestors 'self'; sandbox";

    private const string Overtaken = "Deze mail is intussen al veranderd. Kijk hoe hij er nu voor staat.";

    /// <param name="toon">The word of a filter; an unknown word shows everything.</param>
    /// <param name="pagina">From 1.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? toon, int? pagina, CancellationToken stop) =>
        View(await desk.PageAsync(Me, PostWords.FilterOf(toon), Math.Clamp(pagina ?? 1, 1, 10_000), Now, stop));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Detail(Guid id, CancellationToken stop) => await ShowAsync(id, stop);

    /// <summary>The html part as a mail program shows it, for the frame on the page.</summary>
    [HttpGet("{id:guid}/beeld")]
    public async Task<IActionResult> Picture(Guid id, CancellationToken stop)
    {
        if ((await desk.DetailAsync(Me, id, stop))?.Mail is not { Html.Length: > 0 } mail)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = PicturePolicy;
        return Content(mail.Html, "text/html; charset=utf-8");
    }

    /// <summary>Opnieuw versturen: at once; the same bytes when the first may have arrived.</summary>
    [HttpPost("{id:guid}/verzending")]
    public async Task<IActionResult> SendAgain(Guid id, SendAgainForm form, CancellationToken stop)
    {
        if (await desk.Of(Me).SingleOrDefaultAsync(item => item.Id == id, stop) is not { } mail)
        {
            return NotFound();
        }

        if (mail.State == MailState.Uncertain && !form.MayBeDouble)
        {
            ModelState.AddModelError(
                nameof(form.MayBeDouble),
                "Kruis aan dat de mail dubbel mag aankomen, of laat het zo."
            );
            return await ShowAsync(id, stop);
        }

        return await ChangeAsync(id, "De mail gaat opnieuw weg.", () => mail.SendAgain(Now), stop);
    }

    /// <summary>Zo laten: nothing is sent; the mail asks for no attention any more.</summary>
    [HttpPost("{id:guid}/afhandeling")]
    public async Task<IActionResult> LeaveAsIs(Guid id, CancellationToken stop)
    {
        if (await desk.Of(Me).SingleOrDefaultAsync(item => item.Id == id, stop) is not { } mail)
        {
            return NotFound();
        }

        return await ChangeAsync(
            id,
            mail.State == MailState.Failed
                ? "Goed. Er gaat niets weg. De persoon heeft deze mail niet gekregen."
                : "Goed. Deze mail blijft zoals hij is.",
            () => Settle(mail),
            stop
        );
    }

    private void Settle(OutgoingMail mail)
    {
        switch (mail.State)
        {
            case MailState.Uncertain:
                mail.LeaveAsIs(Now);
                break;
            case MailState.Failed:
                mail.Drop(
                    mail.Reply is null ? "Niet verstuurd; zo gelaten." : $"Niet verstuurd; zo gelaten. {mail.Reply}"
                );
                break;
            default:
                throw new DomainRuleException(Overtaken);
        }
    }

    private async Task<IActionResult> ChangeAsync(Guid id, string done, Action change, CancellationToken stop)
    {
        try
        {
            change();
            await db.SaveChangesAsync(stop);
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal);
            return await ShowAsync(id, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", Overtaken);
            return await ShowAsync(id, stop);
        }

        Say(done);
        return RedirectToAction(nameof(Detail), new { id });
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken stop) =>
        await desk.DetailAsync(Me, id, stop) is { } detail ? View("Detail", detail) : NotFound();
}
