using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tables;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Programmes;

/// <summary>
/// Overdragen: the reserve takes the place of a facilitator who cannot come, and gets the programme by mail (R-045,
/// A-15, M-10).
/// </summary>
[May(Who.Table, Scope.Gathering)]
public sealed class HandOverController(DialoogtafelDb db, HandOverDesk desk, ReaderDesk readers, TimeProvider clock)
    : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/overdracht")]
    public async Task<IActionResult> Ask(int id, CancellationToken stop) =>
        await FindAsync(id, stop) is { } table ? await PageAsync(table, new HandOverForm(), stop) : NotFound();

    /// <param name="lezers">Who reads along and how many hear of it, as the page told; when that changed in between it
    /// is told again.</param>
    [HttpPost("bijeenkomsten/{id:int}/overdracht")]
    public async Task<IActionResult> HandOver(
        int id,
        [Bind(Prefix = "Form")] HandOverForm form,
        string? lezers,
        CancellationToken stop
    )
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await FindAsync(id, stop) is not { } table)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(table, form, stop);
        }

        var reserve = table.ReserveFacilitator;
        ReaderPlan plan;
        try
        {
            var answered = await readers.AnsweredAsync(id, stop);
            var gone = form.Gone == StepLead.Process ? table.ProcessFacilitator : table.ContentFacilitator;
            var change = table.HandOver(
                form.Gone == StepLead.Process,
                await readers.AppointerAsync(table, Me.Person.Id, stop),
                answered,
                Now
            );
            plan = await readers.PlanAsync(table, change, answered, Me.Person.Id, stop);
            if (plan.IsNews && plan.Mark != lezers)
            {
                db.ChangeTracker.Clear();
                return await PageAsync((await FindAsync(id, stop))!, form, stop);
            }

            await desk.MailAsync(table, reserve!, gone, form.Gone!.Value, Now, stop);
            await readers.CarryOutAsync(plan, change, table, Me.Person, stop);
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal);
            return await PageAsync(table, form, stop);
        }

        await turn.SaveAsync(stop);
        Say(
            $"{reserve!.FirstName} is nu {ProgrammeLabels.Of(form.Gone.Value)}. "
                + (
                    reserve.Email is null
                        ? "Er is geen mailadres: druk het programma af en bel."
                        : "Het programma gaat nu per mail. Bel ook even."
                )
                + NewReaders.Done(plan)
        );
        // Who hands over the own place may not see the table any more.
        return new SeeOtherResult(
            await db.Gatherings.SeenBy(Me).AnyAsync(item => item.Id == id, stop)
                ? $"/bijeenkomsten/{id}/programma"
                : "/start"
        );
    }

    private async Task<Gathering?> FindAsync(int id, CancellationToken stop) =>
        await db.Gatherings.SeenBy(Me).AnyAsync(item => item.Id == id, stop)
            ? await db.Gatherings.WithFacts().Include(item => item.Duties).SingleAsync(item => item.Id == id, stop)
            : null;

    /// <summary>Who will hear of it, whichever of the two cannot come: the same people.</summary>
    private Task<ReaderPlan> PlanAsync(Gathering table, bool answered, CancellationToken stop)
    {
        int?[] pair = [table.ProcessFacilitatorId, table.ContentFacilitatorId];
        var change =
            table.ReserveFacilitatorId is { } reserve && !table.IsLedBy(reserve)
                ? new ReaderChange([reserve], [], [.. pair.OfType<int>()])
                : new ReaderChange([], [], []);
        return readers.PlanAsync(table, change, answered, Me.Person.Id, stop);
    }

    private async Task<ViewResult> PageAsync(Gathering table, HandOverForm form, CancellationToken stop)
    {
        var (by, answered) = (
            await readers.AppointerAsync(table, Me.Person.Id, stop),
            await readers.AnsweredAsync(table.Id, stop)
        );
        var taken = new[]
        {
            (Place: StepLead.Process, Who: table.ProcessFacilitatorId),
            (Place: StepLead.Content, Who: table.ContentFacilitatorId),
        }
            .Where(item => item.Who is not null)
            .Select(item => (item.Place, Why: table.WhyNotHandOver(item.Place == StepLead.Process, by, answered)))
            .ToList();
        var why = taken.TrueForAll(item => item.Why is not null) ? taken.FirstOrDefault().Why : null;
        return View(
            "HandOver",
            new HandOverPage
            {
                Id = table.Id,
                Title = TableTrack.TitleOf(table.Number, table.Focus),
                Subject = table.Series!.Subject,
                Process = table.ProcessFacilitator?.FullName,
                Content = table.ContentFacilitator?.FullName,
                Reserve = table.ReserveFacilitator?.FullName,
                ReserveFirstName = table.ReserveFacilitator?.FirstName,
                ReserveMail = table.ReserveFacilitator?.Email is not null,
                ReservePhone = table.ReserveFacilitator?.Phone,
                Form = form,
                Places = [.. taken.Where(item => item.Why is null).Select(item => item.Place)],
                WhyNot = why,
                Readers = why is null ? NewReaders.Of(await PlanAsync(table, answered, stop), Me.Person.Id) : null,
            }
        );
    }
}
