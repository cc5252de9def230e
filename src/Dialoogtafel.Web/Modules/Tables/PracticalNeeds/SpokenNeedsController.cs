using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>
/// What one person told us she needs at the table, by phone, in a conversation or on paper, written down on her behalf
/// . It stands beside what she told herself and replaces nothing. For who reads the needs of that table;
/// every opening that shows words is logged.
/// </summary>
[May(Who.Table, Scope.Invitation, Factors.Both)]
public sealed class SpokenNeedsController(
    SpokenNeedsReader reader,
    NeedsDesk desk,
    DialoogtafelDb db,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("uitnodigingen/{id:int}/behoeften")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop) =>
        await reader.PageAsync(id, Me, Now, stop) is { } page
            ? await ShowAsync(page, new SpokenNeedsForm(), stop)
            : NotFound();

    [HttpPost("uitnodigingen/{id:int}/behoeften")]
    public async Task<IActionResult> Write(int id, [Bind(Prefix = "Form")] SpokenNeedsForm form, CancellationToken stop)
    {
        if (await reader.PageAsync(id, Me, Now, stop) is not { } page)
        {
            return NotFound();
        }

        if (!page.MayTell && !form.IsEmpty)
        {
            ModelState.AddModelError(
                "",
                $"Dit is niet bewaard: {page.FirstName} komt niet, of de tafel is al begonnen of afgezegd."
            );
        }
        else if (form.IsEmpty && !form.Erase)
        {
            ModelState.AddModelError("", $"U schreef nog niets op. Kies of schrijf wat {page.FirstName} vertelde.");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(page, form, stop);
        }

        if (form.Erase)
        {
            await desk.EraseAsync(
                id,
                await db
                    .Needs.Where(item => item.InvitationId == id && item.ById != null)
                    .Select(item => item.Id)
                    .ToListAsync(stop),
                stop
            );
        }

        var kept = await desk.KeepAsync(
            id,
            null,
            new Hand(form.Channel ?? ContactChannel.Phone, Me.Person.Id),
            form,
            Now,
            stop
        );
        Say(
            kept
                ? $"Opgeschreven wat {page.FirstName} nodig heeft."
                : $"Wat het team over {page.FirstName} opschreef, is gewist."
        );
        return new SeeOtherResult(Request.Path);
    }

    private async Task<IActionResult> ShowAsync(SpokenNeedsPage page, SpokenNeedsForm form, CancellationToken stop)
    {
        if (page.Tellings.Count > 0)
        {
            db.ReadLog.Note(Me, [page.PersonId], Request.Path, Now);
            await db.SaveChangesAsync(stop);
        }

        return View("Spoken", page with { Form = form });
    }
}
