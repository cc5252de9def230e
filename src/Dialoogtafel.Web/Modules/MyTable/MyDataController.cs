using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <param name="Dossier">All that is stored about the owner.</param>
public sealed record MyDataPage(LinkOwner Owner, Dossier Dossier);

/// <summary>
/// Behind a personal link: what is stored about its owner, to read and to keep, and the privacy page with a way back.
/// </summary>
[Open]
[Route("mijn-tafel/{linkId:int}")]
[Route("u/{token}")]
public sealed class MyDataController(DialoogtafelDb db, LinkGate gate, DossierReader reader, Texts T) : Controller
{
    [HttpGet("privacy")]
    public Task<IActionResult> Privacy(CancellationToken stop) =>
        ForAsync(stop, (owner, _) => Task.FromResult<IActionResult>(View("Privacy", owner)));

    [HttpGet("gegevens")]
    public Task<IActionResult> Show(CancellationToken stop) =>
        ForAsync(stop, async (owner, open) =>
            await DossierAsync(open, stop) is { } dossier
                ? View("MyData", new MyDataPage(owner, dossier))
                : LostLink.View(this)
        );

    [HttpGet("gegevens/bestand")]
    public Task<IActionResult> Download(CancellationToken stop) =>
        ForAsync(stop, async (_, open) =>
            await DossierAsync(open, stop) is { } dossier
                ? File(dossier.ToJson(), "application/json", "mijn-gegevens.json")
                : LostLink.View(this)
        );

    [HttpGet("gegevens/pagina")]
    public Task<IActionResult> Page(CancellationToken stop) =>
        ForAsync(stop, async (owner, open) =>
            await DossierAsync(open, stop) is { } dossier
                ? File(dossier.ToHtml(T.Language, T["Wat wij van u weten"]), "text/html", "mijn-gegevens.html")
                : LostLink.View(this)
        );

    private Task<Dossier?> DossierAsync(OpenLink open, CancellationToken stop) =>
        reader.ReadAsync(
            open.Link.PersonId,
            new DossierAccess(null, (device, at) => open.Device?.MaySee(device, at) == true),
            stop
        );

    private async Task<IActionResult> ForAsync(
        CancellationToken stop,
        Func<LinkOwner, OpenLink, Task<IActionResult>> show
    )
    {
        var open = await gate.OpenAsync(HttpContext, LinkPurpose.MyTable, stop);
        var person = open is null
            ? null
            : await db.Persons.AsNoTracking().SingleOrDefaultAsync(item => item.Id == open.Link.PersonId, stop);
        if (person is null)
        {
            return LostLink.View(this);
        }

        HttpContext.SetPersonLanguage(person.Language);
        return await show(new LinkOwner(person.FirstName, open!.Path), open);
    }
}
