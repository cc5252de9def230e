using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>
/// What hangs on the mailbox of one invited person: seeing again what was typed elsewhere, and that the address is
/// right.
/// </summary>
public sealed class MyAddressController(
    DialoogtafelDb db,
    MyTableGate gate,
    MyTableReader reader,
    LinkDesk desk,
    LinkCookies cookies,
    SeeAgainSender seeAgain,
    TimeProvider clock
) : MyTableBase(gate, clock)
{
    internal const string AddressRight = "adres-klopt";

    /// <summary>
    /// "Stuur mij een link om mijn antwoorden te zien"; under a terugzien token: yes, this device is mine.
    /// </summary>
    [HttpPost("terugzien")]
    public async Task<IActionResult> SeeAgain(
        [Bind(Prefix = nameof(MyTablePage.SendLink))] bool sendLink,
        CancellationToken stop
    )
    {
        if (
            RouteData.Values["token"] is string token
            && await desk.FindAsync(token, Now, stop) is { Purpose: LinkPurpose.SeeAgain } proof
        )
        {
            var link = await db
                .Links.AsNoTracking()
                .SingleAsync(
                    item =>
                        item.PersonId == proof.PersonId
                        && item.GatheringId == proof.GatheringId
                        && item.Purpose == LinkPurpose.MyTable,
                    stop
                );
            cookies.Set(HttpContext, link, own: true);
            return SeeOther(LinkGate.PathOf(link));
        }

        return await WithPageAsync(stop, async (pages, invitation) =>
        {
            if (!sendLink)
            {
                ModelState.AddModelError(
                    nameof(MyTablePage.SendLink),
                    "Zet eerst het vinkje. Dan sturen wij u de link."
                );
                return BadForm(View("MyTable", await reader.ReadAsync(pages, justNoted: false, Now, stop)));
            }

            await seeAgain.SendAsync(invitation, Now, stop);
            return View("SeeAgainSent", pages.Owner);
        });
    }

    /// <summary>
    /// The address that the team gave is right (K-F1). A form as served says nothing; elsewhere than on a device of
    /// before it does nothing.
    /// </summary>
    [HttpPost("mailadres")]
    public async Task<IActionResult> ConfirmAddress(string? right, CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, invitation) =>
        {
            await using var write = await db.BeginWriteAsync(stop);
            var person = invitation.Person!;
            await db.Entry(person).ReloadAsync(stop);
            // The yes is about the address that stood there, and about no later one.
            if (right is null || right != person.Email || !person.MayConfirmAddressOn(DeviceHash))
            {
                return SeeOther(pages.Owner.Path);
            }

            person.ConfirmAddress();
            await write.SaveAsync(stop);
            return SeeOther($"{pages.Owner.Path}?{AddressRight}=1");
        });
}
