using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Programmes;

/// <summary>One step of the programme; a new one comes last.</summary>
[May(Who.Recruiters, Scope.Gathering)]
public sealed class ProgrammeStepController(DialoogtafelDb db, TimeProvider clock) : TeamController(clock)
{
    private const string Page = "Step";

    [HttpGet("bijeenkomsten/{id:int}/programma/{step:int}")]
    public async Task<IActionResult> Ask(int id, int step, CancellationToken stop) =>
        await FindAsync(id, step, stop) is { } found
            ? await PageAsync(id, step, EditCheck.Show(StepEditForm.Of(found)), stop)
            : NotFound();

    [HttpPost("bijeenkomsten/{id:int}/programma/{step:int}")]
    public async Task<IActionResult> Save(
        int id,
        int step,
        [Bind(Prefix = "Form")] StepEditForm form,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await FindAsync(id, step, stop) is not { } found)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !EditCheck.StillAsSeen(ModelState, "Form", form, StepEditForm.Of(found)))
        {
            return await PageAsync(id, step, form, stop);
        }

        form.Write(found);
        await turn.SaveAsync(stop);
        Say("De stap is bewaard.");
        return new SeeOtherResult($"/bijeenkomsten/{id}/programma#stap-{step}");
    }

    [HttpGet("bijeenkomsten/{id:int}/programma/nieuw")]
    public Task<IActionResult> AskNew(int id, CancellationToken stop) => PageAsync(id, null, new StepEditForm(), stop);

    [HttpPost("bijeenkomsten/{id:int}/programma/nieuw")]
    public async Task<IActionResult> Add(int id, [Bind(Prefix = "Form")] StepEditForm form, CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(id, null, form, stop);
        }

        await using var turn = await db.BeginWriteAsync(stop);
        var last = await db
            .ProgrammeSteps.Where(item => item.GatheringId == id)
            .MaxAsync(item => (int?)item.Place, stop)
            ?? 0;
        var step = new ProgrammeStep
        {
            GatheringId = id,
            Place = last + 1,
            Title = "",
            Minutes = 1,
            Form = StepForm.Plenary,
            Lead = StepLead.Process,
        };
        form.Write(step);
        db.ProgrammeSteps.Add(step);
        await turn.SaveAsync(stop);
        Say("De stap staat onderaan. Zet hem met Omhoog op zijn plek.");
        return new SeeOtherResult($"/bijeenkomsten/{id}/programma#stap-{step.Id}");
    }

    private Task<ProgrammeStep?> FindAsync(int id, int step, CancellationToken stop) =>
        db.ProgrammeSteps.SingleOrDefaultAsync(item => item.GatheringId == id && item.Id == step, stop);

    private async Task<IActionResult> PageAsync(int id, int? step, StepEditForm form, CancellationToken stop)
    {
        var table = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Series)
            .SingleAsync(item => item.Id == id, stop);
        return View(
            Page,
            new StepPage(id, step, TableTrack.TitleOf(table.Number, table.Focus), table.Series!.Subject, form)
        );
    }
}
