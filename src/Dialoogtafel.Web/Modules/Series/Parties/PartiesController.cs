using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series.Parties;

/// <summary>
/// Wie moeten elkaar horen? Themes and wanted numbers for all tables of a series that are still to come.
/// </summary>
[May(Who.Recruiters, Scope.Series)]
public sealed class PartiesController(DialoogtafelDb db, PartyPlan plan, TimeProvider clock) : TeamController(clock)
{
    [HttpGet("reeksen/{id:int}/partijen")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop)
    {
        var series = await FindAsync(id, stop);
        var tables = await plan.UpcomingAsync(id, Now, stop);
        return Page(
            series,
            tables,
            new PartiesForm { Themes = series.Themes, Parties = await plan.RowsAsync(series, tables, stop) }
        );
    }

    [HttpPost("reeksen/{id:int}/partijen")]
    public async Task<IActionResult> Choose(int id, [Bind(Prefix = "Form")] PartiesForm form, CancellationToken stop)
    {
        var series = await FindAsync(id, stop);
        var tables = await plan.UpcomingAsync(id, Now, stop);
        var rows = Check(form, tables);
        if (!ModelState.IsValid || tables.Count == 0)
        {
            return Page(series, tables, form);
        }

        var ids = tables.Select(table => table.Id).ToList();
        if (!await AttemptAsync(() => plan.WriteAsync(id, form.Themes?.Trim() ?? "", rows, ids, Now, stop), "Form"))
        {
            return Page(series, tables, form);
        }

        return Redirect($"/bijeenkomsten/{tables[0].Id}/werving");
    }

    /// <summary>The rows that say something, with tidy names; what is wrong goes beside its field.</summary>
    private List<PartyRow> Check(PartiesForm form, IReadOnlyList<Gathering> tables)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < form.Parties.Count; at++)
        {
            var row = form.Parties[at];
            row.Name = row.Name?.Trim() ?? "";
            if (row.Name.Length == 0 && row.Wanted > 0)
            {
                ModelState.AddModelError($"Form.Parties[{at}].Name", "Vul de naam van deze partij in.");
            }
            else if (row.Name.Length > 0 && !names.Add(row.Name))
            {
                ModelState.AddModelError($"Form.Parties[{at}].Name", "Deze partij staat er al.");
            }
        }

        var named = form.Parties.Where(row => row.Name!.Length > 0).ToList();
        if (ModelState.IsValid && tables.Count > 0)
        {
            var chairs = tables.Min(table => table.MaxSeats);
            Attempt(() => WantedSeats.CheckTotal(named.Select(row => row.Wanted ?? 0), chairs), "Form");
        }

        return named;
    }

    private async Task<GatheringSeries> FindAsync(int id, CancellationToken stop) =>
        await db.Series.AsNoTracking().SingleAsync(item => item.Id == id, stop);

    private ViewResult Page(GatheringSeries series, IReadOnlyList<Gathering> tables, PartiesForm form) =>
        View(
            "Parties",
            new PartiesPage(
                series.Id,
                series.Subject,
                form,
                tables.Select(table => table.MinSeats).DefaultIfEmpty().Min(),
                tables.Select(table => table.MaxSeats).DefaultIfEmpty().Min(),
                tables.Count
            )
        );
}
