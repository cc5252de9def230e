using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Materials;

/// <summary>
/// What must be in the room, to tick off on a phone. The list is kept from the first tick on.
/// </summary>
[May(Who.Table, Scope.Gathering)]
public sealed class MaterialsController(DialoogtafelDb db, TimeProvider clock) : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/materiaal")]
    public async Task<IActionResult> Show(int id, CancellationToken stop) =>
        await TableAsync(id, stop) is { } table ? await PageAsync(table, null, stop) : NotFound();

    [HttpPost("bijeenkomsten/{id:int}/materiaal")]
    public async Task<IActionResult> Save(int id, [Bind(Prefix = "Form")] MaterialsForm form, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await TableAsync(id, stop) is not { } table)
        {
            return NotFound();
        }

        var list = await db
            .Materials.Where(item => item.GatheringId == id)
            .OrderBy(item => item.Place)
            .ToListAsync(stop);
        var fresh = list.Count == 0;
        list = fresh ? [.. Material.Preset(id, table.MaxSeats)] : list;
        if (!string.IsNullOrWhiteSpace(form.Add) && list.Count >= Material.MostPerTable)
        {
            ModelState.AddModelError("Form.Add", "De lijst is vol. Meer dan 40 dingen houdt niemand bij.");
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(table, form, stop);
        }

        var changed = Tick(list, form);
        if (!string.IsNullOrWhiteSpace(form.Add))
        {
            list.Add(
                new Material
                {
                    GatheringId = id,
                    Place = list.Max(item => item.Place) + 1,
                    Name = form.Add.Trim(),
                }
            );
            changed = true;
        }

        if (changed)
        {
            db.Materials.AddRange(list.Where(item => item.Id == 0));
            await turn.SaveAsync(stop);
            Say("De lijst is bewaard.");
        }

        return new SeeOtherResult($"/bijeenkomsten/{id}/materiaal");
    }

    /// <summary>Only what was changed on this page: two people tick off one list.</summary>
    private bool Tick(List<Material> list, MaterialsForm form)
    {
        var changed = false;
        foreach (var tick in form.Ticks.Where(tick => tick.Done != tick.Was))
        {
            if (list.Find(item => item.Place == tick.Place) is not { } item || item.DoneAt is not null == tick.Done)
            {
                continue;
            }

            changed = true;
            if (tick.Done)
            {
                item.Tick(Me.Person.Id, Now);
            }
            else
            {
                item.Untick();
            }
        }

        return changed;
    }

    private Task<Gathering?> TableAsync(int id, CancellationToken stop) =>
        db
            .Gatherings.SeenBy(Me)
            .AsNoTracking()
            .Include(item => item.Series)
            .SingleOrDefaultAsync(item => item.Id == id, stop);

    private async Task<IActionResult> PageAsync(Gathering table, MaterialsForm? typed, CancellationToken stop)
    {
        var stored = await db
            .Materials.AsNoTracking()
            .Where(item => item.GatheringId == table.Id)
            .OrderBy(item => item.Place)
            .ToListAsync(stop);
        var list = stored.Count > 0 ? stored : Material.Preset(table.Id, table.MaxSeats);
        var names = await db.FirstNamesAsync(stored.Select(item => item.DoneById), stop);
        var form = typed
            ?? new MaterialsForm
            {
                Ticks =
                [
                    .. list.Select(item => new MaterialTick
                    {
                        Place = item.Place,
                        Was = item.DoneAt is not null,
                        Done = item.DoneAt is not null,
                    }),
                ],
            };
        return View(
            "Materials",
            new MaterialsPage(
                table.Id,
                TableTrack.TitleOf(table.Number, table.Focus),
                table.Series!.Subject,
                stored.Count > 0,
                list.Count(item => item.DoneAt is not null),
                [
                    .. list.Select(item => new MaterialLine(
                        item.Name,
                        item.DoneById is { } by ? names.GetValueOrDefault(by, "het team") : null
                    )),
                ],
                form
            )
        );
    }
}
