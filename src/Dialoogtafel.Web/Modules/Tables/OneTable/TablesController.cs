using Dialoogtafel.Domain;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Modules.AfterTable;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.Tables.OneTable;

/// <summary>The page of one table, and making it definitief.</summary>
public sealed class TablesController(
    TableReader reader,
    NeedsCounter needs,
    PreparationCounter preparation,
    ProgrammeSummary programme,
    AttendanceSummary after,
    SeatLock seating,
    TimeProvider clock
) : TeamController(clock)
{
    [May(Who.Table, Scope.Gathering)]
    [HttpGet("bijeenkomsten/{id:int}")]
    public Task<IActionResult> One(int id, CancellationToken stop) => PageAsync(id, new FinalForm(), stop);

    [May(Who.Recruiters, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/definitief")]
    public async Task<IActionResult> MakeFinal(int id, [Bind(Prefix = "Form")] FinalForm form, CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(id, form, stop);
        }

        try
        {
            // Under the table's lock: the last person with lived experience may be saying no at this very moment.
            await using var table = await seating.LockAsync(id, Now, stop);
            table!.Gathering.MakeFinal(
                table.Gathering.Kind!,
                await reader.LivedExperienceSeatedAsync(id, stop),
                form.FinalReason,
                Now
            );
            await table.SaveAsync(stop);
        }
        catch (DomainRuleException refusal)
        {
            // Only the reason is a field of this page; what else is missing is filled in elsewhere.
            Refuse(
                refusal.Field == nameof(form.FinalReason) ? refusal : new DomainRuleException(refusal.Message),
                "Form"
            );
            return await PageAsync(id, form, stop);
        }

        Say("De tafel is definitief.");
        return Redirect($"/bijeenkomsten/{id}");
    }

    private async Task<IActionResult> PageAsync(int id, FinalForm form, CancellationToken stop) =>
        await reader.PageAsync(id, Me, form, Now, stop) is { } page
            ? View(
                "Table",
                page with
                {
                    Needs = await needs.CountAsync(id, Me, stop),
                    ProgrammeSummary = await programme.OfAsync(id, stop),
                    After = page.Begun ? await after.OfAsync(id, stop) : null,
                    Preparation =
                        page.Start is null || page.CancelledAt is not null
                            ? null
                            : await preparation.CountAsync(id, Me, stop),
                }
            )
            : NotFound();
}
