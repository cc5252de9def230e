using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Programmes;

/// <summary>
/// The programme (draaiboek) of one table: the proposal, its steps and their order, on screen and on paper (R-045,
/// R-062 to R-064).
/// </summary>
public sealed class ProgrammeController(ProgrammeReader reader, DialoogtafelDb db, TimeProvider clock)
    : TeamController(clock)
{
    [May(Who.Table, Scope.Gathering)]
    [HttpGet("bijeenkomsten/{id:int}/programma")]
    public async Task<IActionResult> Show(int id, CancellationToken stop) =>
        await reader.PageAsync(id, Me, Now, stop) is { } page ? View("Programme", page) : NotFound();

    [May(Who.Table, Scope.Gathering)]
    [HttpGet("bijeenkomsten/{id:int}/programma/papier")]
    public async Task<IActionResult> Paper(int id, CancellationToken stop) =>
        await reader.PageAsync(id, Me, Now, stop) is { } page ? View("Paper", page) : NotFound();

    /// <summary>
    /// Keeps the proposal, unless the table has steps already: of two presses at once the second finds them.
    /// </summary>
    [May(Who.Recruiters, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/programma")]
    public async Task<IActionResult> Keep(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (!await db.ProgrammeSteps.AnyAsync(item => item.GatheringId == id, stop))
        {
            db.ProgrammeSteps.AddRange(
                ProgrammeTemplates.For(await db.Gatherings.AsNoTracking().SingleAsync(item => item.Id == id, stop))
            );
            await turn.SaveAsync(stop);
            Say("Het programma is bewaard. U kunt elke stap veranderen.");
        }

        return Back(id);
    }

    [May(Who.Recruiters, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/programma/{step:int}/plaats")]
    public async Task<IActionResult> Move(int id, int step, bool omhoog, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        var steps = await db.ProgrammeSteps.Where(item => item.GatheringId == id).ToListAsync(stop);
        if (steps.Find(item => item.Id == step) is not { } moved)
        {
            return NotFound();
        }

        Programme.Move(steps, moved, omhoog);
        await turn.SaveAsync(stop);
        return Back(id, $"stap-{step}");
    }

    [May(Who.Recruiters, Scope.Gathering)]
    [HttpGet("bijeenkomsten/{id:int}/programma/{step:int}/weglating")]
    public async Task<IActionResult> AskRemoval(int id, int step, CancellationToken stop) =>
        await db
            .ProgrammeSteps.AsNoTracking()
            .SingleOrDefaultAsync(item => item.GatheringId == id && item.Id == step, stop)
            is { } found
            ? View(
                "_Confirm",
                new ConfirmPage(
                    $"‘{found.Title}’ uit het programma halen?",
                    [
                        $"Het programma wordt {ProgrammeLabels.Minutes(found.Minutes)} korter.",
                        "De uitleg van deze stap is dan weg.",
                    ],
                    "Ja, haal de stap weg",
                    $"/bijeenkomsten/{id}/programma/{step}/weglating",
                    $"/bijeenkomsten/{id}/programma#stap-{step}",
                    Final: true
                )
            )
            : Back(id);

    [May(Who.Recruiters, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/programma/{step:int}/weglating")]
    public async Task<IActionResult> Remove(int id, int step, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (
            await db.ProgrammeSteps.SingleOrDefaultAsync(item => item.GatheringId == id && item.Id == step, stop) is
            { } found
        )
        {
            db.ProgrammeSteps.Remove(found);
            await turn.SaveAsync(stop);
            Say($"‘{found.Title}’ staat niet meer in het programma.");
        }

        return Back(id);
    }

    private static SeeOtherResult Back(int id, string? part = null) =>
        new($"/bijeenkomsten/{id}/programma{(part is null ? "" : $"#{part}")}");
}
