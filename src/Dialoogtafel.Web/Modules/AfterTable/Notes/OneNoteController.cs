using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Notes;

/// <summary>Correcting, retyping and removing one note.</summary>
[May(Who.Table, Scope.Gathering)]
public sealed class OneNoteController(DialoogtafelDb db, FieldCipher cipher, TimeProvider clock) : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/notities/{note:int}")]
    public async Task<IActionResult> Ask(int id, int note, CancellationToken stop) =>
        await FindAsync(id, note, stop) is { } found
            ? await PageAsync(id, note, EditCheck.Show(FormOf(found)), stop)
            : NotFound();

    [HttpPost("bijeenkomsten/{id:int}/notities/{note:int}")]
    public async Task<IActionResult> Save(
        int id,
        int note,
        [Bind(Prefix = "Form")] NoteEditForm form,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await FindAsync(id, note, stop) is not { } found)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !EditCheck.StillAsSeen(ModelState, "Form", form, FormOf(found)))
        {
            return await PageAsync(id, note, form, stop);
        }

        (found.Kind, found.Words) = (form.Kind!.Value, cipher.Seal(form.Words!.ReplaceLineEndings(" ").Trim()));
        await turn.SaveAsync(stop);
        Say("De notitie is bewaard.");
        return Back(id, note);
    }

    [HttpGet("bijeenkomsten/{id:int}/notities/{note:int}/weglating")]
    public async Task<IActionResult> AskRemoval(int id, int note, CancellationToken stop) =>
        await FindAsync(id, note, stop) is { } found
            ? View(
                "_Confirm",
                new ConfirmPage(
                    "Deze notitie weghalen?",
                    [$"‘{cipher.Open(found.Words)}’"],
                    "Ja, haal weg",
                    $"/bijeenkomsten/{id}/notities/{note}/weglating",
                    $"/bijeenkomsten/{id}/notities#notitie-{note}",
                    Final: true
                )
            )
            : Back(id);

    [HttpPost("bijeenkomsten/{id:int}/notities/{note:int}/weglating")]
    public async Task<IActionResult> Remove(int id, int note, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await FindAsync(id, note, stop) is { } found)
        {
            TableNote.Prioritise(
                await db.TableNotes.Where(item => item.GatheringId == id).ToListAsync(stop),
                found,
                on: false
            );
            db.TableNotes.Remove(found);
            await turn.SaveAsync(stop);
            Say("De notitie is weg.");
        }

        return Back(id);
    }

    private async Task<TableNote?> FindAsync(int id, int note, CancellationToken stop) =>
        await db.Gatherings.SeenBy(Me).AnyAsync(item => item.Id == id, stop)
            ? await db.TableNotes.SingleOrDefaultAsync(item => item.GatheringId == id && item.Id == note, stop)
            : null;

    private NoteEditForm FormOf(TableNote note) => new() { Kind = note.Kind, Words = cipher.Open(note.Words) };

    private async Task<IActionResult> PageAsync(int id, int note, NoteEditForm form, CancellationToken stop)
    {
        var table = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Series)
            .SingleAsync(item => item.Id == id, stop);
        return View(
            "Note",
            new NotePage(id, note, TableTrack.TitleOf(table.Number, table.Focus), table.Series!.Subject, form)
        );
    }

    private static SeeOtherResult Back(int id, int? note = null) =>
        new($"/bijeenkomsten/{id}/notities{(note is null ? "" : $"#notitie-{note}")}");
}
