using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>
/// The report of one table: made from what is known, edited as Markdown, agreed by both facilitators under their own
/// names.
/// </summary>
public sealed class ReportsController(
    ReportReader reader,
    ReportFactsReader facts,
    FieldCipher cipher,
    DialoogtafelDb db,
    TimeProvider clock
) : TeamController(clock)
{
    [May(Who.Table, Scope.Gathering)]
    [HttpGet("bijeenkomsten/{id:int}/verslag")]
    public async Task<IActionResult> Show(int id, CancellationToken stop) =>
        await reader.TableAsync(id, Me, stop) is { } table
            ? await PageAsync(table, new OnBehalfForm(), stop)
            : NotFound();

    /// <summary>Makes the first text; of two presses at once the second finds it.</summary>
    [May(Who.Table, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/verslag")]
    public async Task<IActionResult> Make(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await reader.TableAsync(id, Me, stop) is not { } table)
        {
            return NotFound();
        }

        if (table.HasStarted(Now) && table.CancelledAt is null && await reader.ReportAsync(id, stop) is null)
        {
            var report = new TableReport { GatheringId = id, MadeAt = Now };
            report.Write(cipher.Seal(await facts.DraftAsync(table, stop)), Me.Person.Id, Now);
            db.TableReports.Add(report);
            await turn.SaveAsync(stop);
            Say("Het verslag staat klaar om te lezen en te veranderen.");
        }

        return Back(id);
    }

    [May(Who.Table, Scope.Gathering)]
    [HttpGet("bijeenkomsten/{id:int}/verslag/tekst")]
    public async Task<IActionResult> Edit(int id, CancellationToken stop) =>
        await FindAsync(id, stop) is { } report
            ? await TextAsync(id, report, EditCheck.Show(FormOf(report)), false, stop)
        : await reader.TableAsync(id, Me, stop) is null ? NotFound()
        : Back(id);

    [May(Who.Table, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/verslag/tekst")]
    public async Task<IActionResult> Save(
        int id,
        TextPress press,
        [Bind(Prefix = "Form")] ReportTextForm form,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await FindAsync(id, stop) is not { } report)
        {
            return NotFound();
        }

        if (
            press == TextPress.Preview
            || !ModelState.IsValid
            || !EditCheck.StillAsSeen(ModelState, "Form", form, FormOf(report))
        )
        {
            return await TextAsync(id, report, form, press == TextPress.Preview, stop);
        }

        var text = form.Text!.ReplaceLineEndings("\n").Trim() + "\n";
        if (report.Words is null || text != cipher.Open(report.Words))
        {
            var agreed = report.Agreements.Count > 0;
            report.Write(cipher.Seal(text), Me.Person.Id, Now);
            await turn.SaveAsync(stop);
            Say(
                agreed
                    ? "Het verslag is bewaard. Het is veranderd, dus er is weer akkoord nodig."
                    : "Het verslag is bewaard."
            );
        }

        return Back(id);
    }

    [May(Who.Table, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/verslag/akkoord")]
    public async Task<IActionResult> Agree(int id, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (
            await reader.TableAsync(id, Me, stop) is not { } table
            || await reader.ReportAsync(id, stop) is not { } report
        )
        {
            return NotFound();
        }

        if (!Attempt(() => report.Agree(table, Me.Person.Id, Me.Person.Id, null, Now)))
        {
            return await PageAsync(table, new OnBehalfForm(), stop);
        }

        await turn.SaveAsync(stop);
        Say("Uw akkoord is opgeschreven.");
        return Back(id);
    }

    [May(Who.Organisers, Scope.Gathering)]
    [HttpPost("bijeenkomsten/{id:int}/verslag/akkoord-namens")]
    public async Task<IActionResult> AgreeOnBehalf(
        int id,
        [Bind(Prefix = "Form")] OnBehalfForm form,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (
            await reader.TableAsync(id, Me, stop) is not { } table
            || await reader.ReportAsync(id, stop) is not { } report
        )
        {
            return NotFound();
        }

        if (
            !ModelState.IsValid
            || !Attempt(
                () => report.Agree(table, form.Facilitator!.Value, Me.Person.Id, cipher.Seal(form.Reason!.Trim()), Now),
                "Form"
            )
        )
        {
            return await PageAsync(table, form, stop);
        }

        await turn.SaveAsync(stop);
        Say("Het akkoord is opgeschreven, met uw naam en de reden erbij.");
        return Back(id);
    }

    private async Task<TableReport?> FindAsync(int id, CancellationToken stop) =>
        await reader.TableAsync(id, Me, stop) is null ? null : await reader.ReportAsync(id, stop);

    private async Task<IActionResult> PageAsync(Gathering table, OnBehalfForm form, CancellationToken stop) =>
        View("Report", await reader.PageAsync(table, form, Me, Now, stop));

    private ReportTextForm FormOf(TableReport report) =>
        new() { Text = report.Words is { } words ? cipher.Open(words) : "" };

    private async Task<IActionResult> TextAsync(
        int id,
        TableReport report,
        ReportTextForm form,
        bool preview,
        CancellationToken stop
    )
    {
        var table = (await reader.TableAsync(id, Me, stop))!;
        return View(
            "Text",
            new ReportTextPage(
                id,
                TableTrack.TitleOf(table.Number, table.Focus),
                table.Series!.Subject,
                report.Agreements.Count > 0,
                preview ? ReportText.Html(form.Text ?? "") : null,
                await facts.DraftAsync(table, stop),
                form
            )
        );
    }

    private static SeeOtherResult Back(int id) => new($"/bijeenkomsten/{id}/verslag");
}
