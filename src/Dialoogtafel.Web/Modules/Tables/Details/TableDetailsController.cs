using System.Globalization;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Details;

/// <summary>
/// Edits one table: moment, place with its accessibility facts, programme, people and numbers.
/// </summary>
[May(Who.Recruiters, Scope.Gathering)]
public sealed class TableDetailsController(
    DialoogtafelDb db,
    TableChange change,
    TableLeaders leaders,
    TableDetailsPages pages,
    SeatLock seating,
    TableMover moves,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/gegevens")]
    public async Task<IActionResult> Ask(int id, string? terug, CancellationToken stop)
    {
        ViewData["Terug"] = Local(terug);
        var table = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Location)
            .Include(item => item.Series)
            .SingleAsync(item => item.Id == id, stop);
        return await PageAsync(table, EditCheck.Show(change.FormOf(table)), stop);
    }

    /// <param name="mensen">How many people get mail about a move, as the organiser saw it and agreed to; without it
    /// she is shown who first (S46).</param>
    /// <param name="lezers">Who reads along and how many hear of it, likewise.</param>
    [HttpPost("bijeenkomsten/{id:int}/gegevens")]
    public async Task<IActionResult> Save(
        int id,
        [Bind(Prefix = "Form")] TableForm form,
        int? mensen,
        string? lezers,
        string? terug,
        CancellationToken stop
    )
    {
        ViewData["Terug"] = Local(terug);
        // Date, chairs and release days decide about chairs, so the whole change happens under the table's lock.
        await using var locked = await seating.LockAsync(id, Now, stop)
            ?? throw new InvalidOperationException("The right at the action let an unknown table through.");
        var table = locked.Gathering;
        await db.Entry(table).Reference(item => item.Location).LoadAsync(stop);
        await db.Entry(table).Reference(item => item.Series).LoadAsync(stop);
        if (!ModelState.IsValid || !EditCheck.StillAsSeen(ModelState, "Form", form, change.FormOf(table)))
        {
            return await PageAsync(table, form, stop);
        }

        var peopleKnow = await pages.PeopleKnowAsync(id, stop);
        try
        {
            await leaders.CheckAsync(form, table, stop);
            CheckPlace(form, peopleKnow);
            table.Resize(TableChange.NumbersOf(form), locked.Seats.Seated);
            var start = change.StartOf(form, table, peopleKnow, Now);
            var shared = await db.Gatherings.AnyAsync(
                item => item.Id != id && item.LocationId != null && item.LocationId == table.LocationId,
                stop
            );
            var before = Appointment.Of(table);
            var (readerChange, readerPlan) = await leaders.LeadAsync(form, table, Me.Person.Id, Now, stop);
            var moved = TableChange.Apply(form, table, start, shared);
            var held = 0;
            var plan = moved ? await moves.PlanAsync(table, before, Now, stop) : MovePlan.Nothing;
            if ((plan.Tell.Count > 0 && plan.Tell.Count != mensen) || (readerPlan.IsNews && readerPlan.Mark != lezers))
            {
                return View(
                    "Details",
                    await pages.OfAsync(table, form, Me.Person.Id, Now, stop) with
                    {
                        Move = plan.Tell.Count > 0 ? pages.Agree(plan, before!, Appointment.Of(table)!, Now) : null,
                        Readers = NewReaders.Of(readerPlan, Me.Person.Id),
                        Mailed = plan.Tell.Select(item => item.Invitation.PersonId).Union(readerPlan.Mailed).Count(),
                    }
                );
            }

            if (moved)
            {
                // The mails speak in the name of whoever is chosen now.
                table.ContactPerson = await leaders.PersonAsync(table.ContactPersonId, stop);
                held = await moves.CarryOutAsync(plan, table, Me.By(ContactChannel.Mail), Now, stop);
            }

            await leaders.CarryOutAsync(readerPlan, readerChange, table, Me.Person, stop);
            await locked.SaveAsync(stop);
            Say(
                pages.Done(plan)
                    + NewReaders.Done(readerPlan)
                    + (
                        held == 0
                            ? ""
                            : (
                                held == 1
                                    ? " Eén uitnodiging die nog wachtte, ligt"
                                    : $" {held} uitnodigingen die nog wachtten, liggen"
                            ) + " weer klaar: er mist nog iets in."
                    )
            );
            return Redirect(Local(terug) ?? $"/bijeenkomsten/{id}");
        }
        catch (DomainRuleException refusal)
        {
            Refuse(refusal, "Form");
            return await PageAsync(table, form, stop);
        }
    }

    /// <summary>A path of this site, or nothing (S17); a header holds ASCII alone.</summary>
    private string? Local(string? path) =>
        Url.IsLocalUrl(path) && path.StartsWith('/') && path.All(char.IsAscii) ? path : null;

    private static void CheckPlace(TableForm form, bool peopleKnow)
    {
        var facts = new[]
        {
            form.Address,
            form.PublicTransport,
            form.Parking,
            form.Wheelchair,
            form.QuietRoom,
            form.SoundAndLight,
        };
        if (
            string.IsNullOrWhiteSpace(form.PlaceName)
            && (peopleKnow || facts.Any(fact => !string.IsNullOrWhiteSpace(fact)))
        )
        {
            throw new DomainRuleException("Vul de naam van de plek in.", nameof(form.PlaceName));
        }
    }

    private async Task<IActionResult> PageAsync(Gathering table, TableForm form, CancellationToken stop) =>
        View("Details", await pages.OfAsync(table, form, Me.Person.Id, Now, stop));
}
