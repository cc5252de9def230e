using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>
/// Behind a personal link: what she needs at the table, and whether somebody comes along. An empty form never
/// erases.
/// </summary>
[Open]
[Route("mijn-tafel/{linkId:int}/nodig")]
[Route("u/{token}/nodig")]
public sealed class MyNeedsController(
    DialoogtafelDb db,
    MyTableGate gate,
    NeedsDesk desk,
    FieldCipher cipher,
    InstallationOptions options,
    TimeProvider clock
) : Controller
{
    private static readonly Dictionary<NeedsDone, string> Said = new()
    {
        [NeedsDone.Kept] = "bewaard",
        [NeedsDone.Erased] = "gewist",
        [NeedsDone.NothingTyped] = "leeg",
    };

    private DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    [HttpGet]
    public Task<IActionResult> Show(CancellationToken stop) => ForAsync(stop, (pages, open, rows) =>
        {
            if (!pages.MayTellNeeds && rows.Count == 0)
            {
                return Task.FromResult<IActionResult>(new SeeOtherResult(open.Path));
            }

            var mine = pages.MayTellNeeds ? rows.SingleOrDefault(item => IsOf(item, open)) : null;
            var form = mine is null ? new NeedsForm() : NeedsForm.Of(NeedsTold.Open(mine, cipher));
            NeedsDone? done = Said.Where(item => Request.Query.ContainsKey(item.Value))
                .Select(item => (NeedsDone?)item.Key)
                .FirstOrDefault();
            return Task.FromResult<IActionResult>(Page(pages, open, rows, form, done));
        });

    [HttpPost]
    public Task<IActionResult> Send([Bind(Prefix = "Form")] NeedsForm form, CancellationToken stop) =>
        ForAsync(stop, async (pages, open, rows) =>
        {
            if (form.Erase)
            {
                await desk.EraseAsync(
                    pages.Facts.Id,
                    [.. rows.Where(item => pages.MaySee(item.Device, item.At)).Select(item => item.Id)],
                    stop
                );
                return new SeeOtherResult(
                    pages.MayTellNeeds ? $"{open.Path}/nodig?{Said[NeedsDone.Erased]}=1" : open.Path
                );
            }

            if (!pages.MayTellNeeds && !form.IsEmpty)
            {
                ModelState.AddModelError(
                    "",
                    "Wij kunnen dit niet bewaren. U komt niet, of de tafel is al begonnen. "
                        + "Bel ons als u iets wilt zeggen."
                );
            }

            if (!ModelState.IsValid)
            {
                var page = Page(pages, open, rows, form, null);
                page.StatusCode = StatusCodes.Status400BadRequest;
                return page;
            }

            var kept = await desk.KeepAsync(pages.Facts.Id, open.Device?.Hash, Hand.Self, form, Now, stop);
            return new SeeOtherResult($"{open.Path}/nodig?{Said[kept ? NeedsDone.Kept : NeedsDone.NothingTyped]}=1");
        });

    private static bool IsOf(Needs row, OpenLink open) => row.Device is { } device && device == open.Device?.Hash;

    private ViewResult Page(MyTablePages pages, OpenLink open, List<Needs> rows, NeedsForm form, NeedsDone? done)
    {
        var seen = rows.Where(item => pages.MaySee(item.Device, item.At)).ToList();
        return View(
            "Needs",
            new NeedsPage
            {
                Owner = pages.Owner,
                Gathering = pages.Line,
                Contact = pages.Contact,
                Days = options.NeedsDays,
                MayTell = pages.MayTellNeeds,
                HasTold = seen.Count > 0,
                Earlier =
                [
                    .. seen.Where(item => !pages.MayTellNeeds || !IsOf(item, open))
                        .Select(item => NeedsTold.Open(item, cipher))
                        .Select(item => item with { At = pages.Wall.Local(item.At) }),
                ],
                HasToldElsewhere = seen.Count < rows.Count,
                Form = form,
                Done = done,
            }
        );
    }

    private async Task<IActionResult> ForAsync(
        CancellationToken stop,
        Func<MyTablePages, OpenLink, List<Needs>, Task<IActionResult>> show
    )
    {
        if (await gate.OpenAsync(HttpContext, stop) is not { } pages)
        {
            return LostLink.View(this);
        }

        var rows = await db
            .Needs.AsNoTracking()
            .Where(item => item.InvitationId == pages.Facts.Id)
            .OrderBy(item => item.At)
            .ToListAsync(stop);
        return await show(pages, pages.Link, rows);
    }
}
