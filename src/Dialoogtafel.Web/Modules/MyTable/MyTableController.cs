using System.Text;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>
/// Mijn tafel: what one invited person sees behind their personal link, their calendar file, and leaving the list.
/// </summary>
public sealed class MyTableController(
    DialoogtafelDb db,
    MyTableGate gate,
    MyTableReader reader,
    LinkGate links,
    LinkDesk desk,
    AnswerDesk answers,
    TableCalendar calendar,
    TimeProvider clock
) : MyTableBase(gate, clock)
{
    internal const string CallAsked = "wij-bellen";

    /// <summary>A mailed link: leaves its token behind in a cookie, so that it does not stay in the address.</summary>
    [HttpGet("/u/{token}")]
    public async Task<IActionResult> Open(string token, string? k, CancellationToken stop)
    {
        var link = await desk.FindAsync(token, Now, stop);
        if (link is null)
        {
            return Lost();
        }

        if (link.Purpose == LinkPurpose.SeeAgain)
        {
            HttpContext.SetPersonLanguage(
                await db
                    .Persons.Where(item => item.Id == link.PersonId)
                    .Select(item => item.Language)
                    .SingleOrDefaultAsync(stop)
            );
            return View("SeeAgain", new SeeAgainPage(token));
        }

        return
            links.Land(HttpContext, link, token, k, Request.Query.ContainsKey(Noted) ? $"?{Noted}=1" : "") is { } next
            ? SeeOther(next)
            : await Show(stop);
    }

    [HttpGet("/mijn-tafel/{linkId:int}")]
    public async Task<IActionResult> Show(CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, _) =>
            View(
                "MyTable",
                await reader.ReadAsync(pages, Request.Query.ContainsKey(Noted), Now, stop) with
                {
                    JustConfirmedAddress = Request.Query.ContainsKey(MyAddressController.AddressRight),
                    JustAskedCall = Request.Query.ContainsKey(CallAsked),
                }
            )
        );

    /// <summary>
    /// The table as a file for the own calendar, for who comes; the same entry as in the mail, without anybody's
    /// address.
    /// </summary>
    [HttpGet("agenda")]
    public async Task<IActionResult> CalendarFile(CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, invitation) =>
            pages.HasCalendarFile
                ? File(
                    Encoding.UTF8.GetBytes(await calendar.FileAsync(invitation, stop)),
                    "text/calendar; charset=utf-8",
                    "dialoogtafel.ics"
                )
                : Lost()
        );

    [HttpGet("van-de-lijst")]
    public async Task<IActionResult> Remove(CancellationToken stop) =>
        await WithPageAsync(stop, (pages, invitation) => RemoveView(pages, invitation, new RemoveForm()));

    [HttpPost("van-de-lijst")]
    public async Task<IActionResult> SendRemove([Bind(Prefix = "Form")] RemoveForm form, CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, invitation) =>
        {
            if (!ModelState.IsValid)
            {
                return BadForm(await RemoveView(pages, invitation, form));
            }

            if (form.Choice == RemoveChoice.Remove)
            {
                await answers.AskRemovalAsync(invitation.GatheringId, invitation.Id, Now, stop);
                return View("Removed", pages.Owner);
            }

            return SeeOther(pages.Owner.Path);
        });

    private Task<IActionResult> RemoveView(MyTablePages pages, Invitation invitation, RemoveForm form) =>
        Page(
            "Remove",
            new RemovePage(
                pages.Owner,
                pages.Contact,
                invitation.ViaWhom,
                invitation.State == InvitationState.Yes,
                form
            )
        );
}
