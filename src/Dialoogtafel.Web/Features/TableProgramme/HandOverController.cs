using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Programmes;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Shared;
using Dialoogtafel.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.TableProgramme;

/// <summary>Overdragen: the reserve takes the place of a facilitator who cannot come, and gets the programme by mail (R-045, A-15, M-10).</summary>
public sealed class HandOverController(DialoogtafelDb db, HandOverDesk desk, Nudge nudge, TimeProvider clock) : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/overdracht")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop) => await FindAsync(id, stop) is { } table ? Page(table, new HandOverForm()) : NotFound();

    [HttpPost("bijeenkomsten/{id:int}/overdracht")]
    public async Task<IActionResult> HandOver(int id, [Bind(Prefix = "Form")] HandOverForm form, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await FindAsync(id, stop) is not { } table)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page(table, form);
        }

        var reserve = table.ReserveFacilitator;
        try
        {
            var gone = form.Gone == StepLead.Process ? table.ProcessFacilitator : table.ContentFacilitator;
            table.HandOver(form.Gone == StepLead.Process);
            await desk.MailAsync(table, reserve!, gone, form.Gone!.Value, Now, stop);
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal);
            return Page(table, form);
        }

        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        nudge.Wake();
        Say($"{reserve!.FirstName} is nu {ProgrammeTerms.Of(form.Gone.Value)}. " + (reserve.Email is null ? "Er is geen mailadres: druk het programma af en bel." : "Het programma gaat nu per mail. Bel ook even."));
        return new SeeOtherResult($"/bijeenkomsten/{id}/programma");
    }

    private async Task<Gathering?> FindAsync(int id, CancellationToken stop) =>
        await db.Gatherings.SeenBy(Me).AnyAsync(item => item.Id == id, stop) ? await db.Gatherings.WithFacts().Include(item => item.ReserveFacilitator).SingleAsync(item => item.Id == id, stop) : null;

    private ViewResult Page(Gathering table, HandOverForm form) => View("/Features/TableProgramme/HandOver.cshtml", new HandOverPage(table.Id, TableTrack.TitleOf(table.Number, table.Focus), table.Series!.Subject,
        table.ProcessFacilitator?.FullName, table.ContentFacilitator?.FullName, table.ReserveFacilitator?.FullName, table.ReserveFacilitator?.FirstName, table.ReserveFacilitator?.Email is not null, table.ReserveFacilitator?.Phone, form));
}
