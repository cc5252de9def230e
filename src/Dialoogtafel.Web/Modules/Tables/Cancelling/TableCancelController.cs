using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Cancelling;

/// <summary>
/// Een tafel afzeggen (M-13): who hears it, why, and one button. It cannot be undone, so its mails leave at once.
/// </summary>
[May(Who.Organisers, Scope.Gathering)]
public sealed class TableCancelController(DialoogtafelDb db, SeatLock seating, TableCanceller desk, TimeProvider clock)
    : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/afzegging")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop)
    {
        var table = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Series)
            .SingleAsync(item => item.Id == id, stop);
        return table.CancelledAt is null && !table.HasStarted(Now)
            ? await PageAsync(table, new CancelForm(), stop)
            : Redirect($"/bijeenkomsten/{id}");
    }

    /// <param name="mensen">How many people get mail, as the organiser saw it and agreed to; if that has changed since,
    /// she looks again.</param>
    [HttpPost("bijeenkomsten/{id:int}/afzegging")]
    public async Task<IActionResult> Cancel(
        int id,
        [Bind(Prefix = "Form")] CancelForm form,
        int? mensen,
        CancellationToken stop
    )
    {
        await using var locked = await seating.LockAsync(id, Now, stop)
            ?? throw new InvalidOperationException("The right at the action let an unknown table through.");
        var table = locked.Gathering;
        if (table.CancelledAt is not null)
        {
            // A double press: the mails of the first one are on their way.
            return Redirect($"/bijeenkomsten/{id}");
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(table, form, stop);
        }

        var plan = await desk.PlanAsync(id, stop);
        if (plan.Tell.Count != mensen)
        {
            ModelState.AddModelError(
                "",
                "De lijst is intussen veranderd. Er is nog niets afgezegd. Kijk het nog eens na."
            );
            return await PageAsync(table, form, stop);
        }

        if (!Attempt(() => table.Cancel(form.Reason, Now), "Form"))
        {
            return await PageAsync(table, form, stop);
        }

        if (table.StartsAt is not null)
        {
            await desk.CarryOutAsync(plan, table, Now, stop);
        }

        await locked.SaveAsync(stop);
        Say(
            "De tafel is afgezegd."
                + (
                    plan.Tell.Count switch
                    {
                        0 => "",
                        1 => " Eén mens krijgt nu een mail.",
                        var many => $" {many} mensen krijgen nu een mail.",
                    }
                )
                + (
                    plan.Call.Count == 0
                        ? ""
                        : $" Bel {PeopleInWords.Of(plan.Call)}: geen mailadres. U vindt dit op Te bellen."
                )
        );
        return Redirect($"/bijeenkomsten/{id}");
    }

    private async Task<IActionResult> PageAsync(Gathering table, CancelForm form, CancellationToken stop)
    {
        var plan = await desk.PlanAsync(table.Id, stop);
        return View(
            "Cancel",
            new CancelPage(
                table.Id,
                TableTrack.TitleOf(table.Number, table.Focus),
                table.Series!.Subject,
                plan.Tell.Count,
                plan.Tell.Count == 0 ? null : PeopleInWords.Of(plan.Tell),
                plan.Call.Count == 0 ? null : PeopleInWords.Of(plan.Call),
                form
            )
        );
    }
}
