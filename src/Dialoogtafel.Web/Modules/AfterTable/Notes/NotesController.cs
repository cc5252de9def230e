using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Notes;

/// <summary>
/// The notes of one table: typed or pasted one a line, by kind, the most important first (R-071, R-094). No note says
/// who said it.
/// </summary>
[May(Who.Table, Scope.Gathering)]
public sealed class NotesController(DialoogtafelDb db, FieldCipher cipher, TimeProvider clock) : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/notities")]
    public async Task<IActionResult> Show(int id, CancellationToken stop) =>
        await TableAsync(id, stop) is { } table ? await PageAsync(table, new NotesForm(), stop) : NotFound();

    [HttpPost("bijeenkomsten/{id:int}/notities")]
    public async Task<IActionResult> Add(int id, [Bind(Prefix = "Form")] NotesForm form, CancellationToken stop)
    {
        if (await TableAsync(id, stop) is not { } table)
        {
            return NotFound();
        }

        IReadOnlyList<TypedNote> typed = [];
        if (!ModelState.IsValid || !Attempt(() => typed = NoteLines.Read(form.Lines!, form.Kind), "Form"))
        {
            return await PageAsync(table, form, stop);
        }

        db.TableNotes.AddRange(
            typed.Select(item => new TableNote
            {
                GatheringId = id,
                Kind = item.Kind,
                Words = cipher.Seal(item.Words),
                At = Now,
                ById = Me.Person.Id,
            })
        );
        await db.SaveChangesAsync(stop);
        Say(typed.Count == 1 ? "De notitie is bewaard." : $"{typed.Count} notities zijn bewaard.");
        return Back(id);
    }

    [HttpPost("bijeenkomsten/{id:int}/notities/{note:int}/prioriteit")]
    public Task<IActionResult> Prioritise(int id, int note, bool aan, CancellationToken stop) =>
        ChangeOrderAsync(id, note, (notes, found) => TableNote.Prioritise(notes, found, aan), stop);

    [HttpPost("bijeenkomsten/{id:int}/notities/{note:int}/plaats")]
    public Task<IActionResult> Move(int id, int note, bool omhoog, CancellationToken stop) =>
        ChangeOrderAsync(id, note, (notes, found) => TableNote.Move(notes, found, omhoog), stop);

    private async Task<IActionResult> ChangeOrderAsync(
        int id,
        int note,
        Action<List<TableNote>, TableNote> change,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var notes = await TableAsync(id, stop) is null
            ? []
            : await db.TableNotes.Where(item => item.GatheringId == id).ToListAsync(stop);
        if (notes.Find(item => item.Id == note) is not { } found)
        {
            return NotFound();
        }

        change(notes, found);
        await turn.SaveAsync(stop);
        return Back(id, $"notitie-{note}");
    }

    private Task<Gathering?> TableAsync(int id, CancellationToken stop) =>
        db
            .Gatherings.SeenBy(Me)
            .AsNoTracking()
            .Include(item => item.Series)
            .SingleOrDefaultAsync(item => item.Id == id, stop);

    private async Task<IActionResult> PageAsync(Gathering table, NotesForm form, CancellationToken stop)
    {
        var notes = await db
            .TableNotes.AsNoTracking()
            .Where(item => item.GatheringId == table.Id)
            .OrderBy(item => item.Id)
            .ToListAsync(stop);
        return View(
            "Notes",
            new NotesPage(
                table.Id,
                TableTrack.TitleOf(table.Number, table.Focus),
                table.Series!.Subject,
                [.. notes.Select(item => new NoteView(item.Id, item.Kind, cipher.Open(item.Words), item.Priority))],
                form
            )
        );
    }

    private static SeeOtherResult Back(int id, string? part = null) =>
        new($"/bijeenkomsten/{id}/notities{(part is null ? "" : $"#{part}")}");
}
