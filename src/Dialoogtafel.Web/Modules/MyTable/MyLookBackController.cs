using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>
/// Behind a personal link, after the table: did she get what she came to get, and what of her may be on the contact
/// list.
/// </summary>
public sealed class MyLookBackController(
    MyTableGate gate,
    DialoogtafelDb db,
    LookBackReader reader,
    FetchDesk desk,
    ContactDesk contacts,
    TimeProvider clock
) : MyTableBase(gate, clock)
{
    private static readonly Dictionary<LookBackDone, string> Said = new()
    {
        [LookBackDone.Told] = Noted,
        [LookBackDone.ContactChanged] = "bewaard",
        [LookBackDone.OffTheList] = "van-de-lijst",
    };

    [HttpGet("terugblik")]
    public Task<IActionResult> Show(CancellationToken stop) =>
        OpenAsync(stop, (pages, mark) => PageAsync(pages, mark, new LookBackForm(), null, stop));

    [HttpPost("terugblik")]
    public Task<IActionResult> Send([Bind(Prefix = "Form")] LookBackForm form, CancellationToken stop) =>
        OpenAsync(stop, async (pages, mark) =>
        {
            if (!ModelState.IsValid)
            {
                return BadForm(await PageAsync(pages, mark, form, null, stop));
            }

            await desk.KeepAsync(pages.Facts.Id, DeviceHash, Hand.Self, form.Outcome!.Value, form.Words, Now, stop);
            return Back(pages, LookBackDone.Told);
        });

    [HttpPost("terugblik/contact")]
    public Task<IActionResult> Give([Bind(Prefix = "Give")] ContactForm form, CancellationToken stop) =>
        OpenAsync(stop, async (pages, mark) =>
        {
            var (person, table) = (pages.Facts.PersonId, pages.Facts.Gathering!);
            await using var turn = await db.BeginWriteAsync(stop);
            var wanted = form.Fields();
            if (wanted.SetEquals(await contacts.FieldsOfAsync(person, table.Id, stop)))
            {
                if (wanted.Count == 0)
                {
                    ModelState.AddModelError("Give.Name", "U vinkte niets aan. Er staat niets van u op de lijst.");
                }
                else
                {
                    ModelState.AddModelError("Give.Name", "U veranderde niets. Zet een vinkje, of haal er een weg.");
                }

                return BadForm(await PageAsync(pages, mark, new LookBackForm(), form, stop));
            }

            var owner = await db.Persons.SingleAsync(item => item.Id == person, stop);
            if (ContactDesk.Lacks(ContactField.Phone, owner, wanted))
            {
                owner.Phone = form.Number?.Trim();
            }

            var (noNumber, noAddress) = (
                ContactDesk.Lacks(ContactField.Phone, owner, wanted),
                ContactDesk.Lacks(ContactField.Email, owner, wanted)
            );
            if (noNumber)
            {
                ModelState.AddModelError(
                    "Give.Number",
                    "Schrijf op welk nummer, of haal het vinkje bij uw telefoonnummer weg."
                );
            }

            if (noAddress)
            {
                ModelState.AddModelError(
                    "Give.Email",
                    "Wij hebben geen mailadres van u. Bel ons, of haal dit vinkje weg."
                );
            }

            if (
                noNumber
                || noAddress
                || ModelState.GetFieldValidationState("Give.Number") == ModelValidationState.Invalid
            )
            {
                return BadForm(await PageAsync(pages, mark, new LookBackForm(), form, stop));
            }

            await contacts.ChangeAsync(person, table, wanted, ConsentChannel.Page, null, Now, stop);
            await turn.SaveAsync(stop);
            return Back(pages, wanted.Count == 0 ? LookBackDone.OffTheList : LookBackDone.ContactChanged);
        });

    private Task<IActionResult> OpenAsync(
        CancellationToken stop,
        Func<MyTablePages, Attendance?, Task<IActionResult>> show
    ) => WithPageAsync(stop, async (pages, invitation) =>
        {
            var mark = await db
                .Attendances.AsNoTracking()
                .SingleOrDefaultAsync(
                    item => item.GatheringId == invitation.GatheringId && item.PersonId == invitation.PersonId,
                    stop
                );
            return LookBack.IsOpenFor(invitation, invitation.Gathering!, mark, Now)
                ? await show(pages, mark)
                : SeeOther(pages.Owner.Path);
        });

    private static SeeOtherResult Back(MyTablePages pages, LookBackDone done) =>
        SeeOther($"{pages.Owner.Path}/terugblik?{Said[done]}=1");

    private async Task<IActionResult> PageAsync(
        MyTablePages pages,
        Attendance? mark,
        LookBackForm form,
        ContactForm? typed,
        CancellationToken stop
    ) =>
        View(
            "LookBack",
            await reader.ReadAsync(pages, mark, form, typed, stop) with
            {
                Done = Said.Where(item => Request.Query.ContainsKey(item.Value))
                    .Select(item => (LookBackDone?)item.Key)
                    .FirstOrDefault(),
            }
        );
}
