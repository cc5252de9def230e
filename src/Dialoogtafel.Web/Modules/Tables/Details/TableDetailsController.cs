using System.Globalization;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Details;

/// <summary>
/// Edits one table: moment, place with its accessibility facts (A-10), programme, people and numbers.
/// </summary>
[May(Who.Recruiters, Scope.Gathering)]
public sealed class TableDetailsController(
    DialoogtafelDb db,
    TableChange change,
    TablePeople people,
    SeatingDesk seating,
    ReminderDesk reminders,
    MoveDesk moves,
    ReaderDesk readers,
    DutyHistory duties,
    InstallationOptions options,
    WallClock wall,
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

        var peopleKnow = await PeopleKnowAsync(id, stop);
        try
        {
            await CheckPeopleAsync(form, table, stop);
            CheckPlace(form, peopleKnow);
            table.Resize(TableChange.NumbersOf(form), locked.Seats.Seated);
            var start = change.StartOf(form, table, peopleKnow, Now);
            var shared = await db.Gatherings.AnyAsync(
                item => item.Id != id && item.LocationId != null && item.LocationId == table.LocationId,
                stop
            );
            var before = Appointment.Of(table);
            var (readerChange, readerPlan) = await LeadAsync(form, table, stop);
            var moved = TableChange.Apply(form, table, start, shared);
            var held = 0;
            var plan = moved ? await moves.PlanAsync(table, before, Now, stop) : MovePlan.Nothing;
            if ((plan.Tell.Count > 0 && plan.Tell.Count != mensen) || (readerPlan.IsNews && readerPlan.Mark != lezers))
            {
                return await PageAsync(
                    table,
                    form,
                    stop,
                    plan.Tell.Count > 0 ? Agree(plan, before!, Appointment.Of(table)!) : null,
                    NewReaders.Of(readerPlan, Me.Person.Id),
                    plan.Tell.Select(item => item.Invitation.PersonId).Union(readerPlan.Mailed).Count()
                );
            }

            if (moved)
            {
                // The mails speak in the name of whoever is chosen now.
                table.ContactPerson = await PersonAsync(table.ContactPersonId, stop);
                held = await moves.CarryOutAsync(plan, table, Me.By(ContactChannel.Mail), Now, stop);
                await reminders.SyncAsync(
                    table,
                    await db
                        .Invitations.Where(item => item.GatheringId == id && item.WithdrawnAt == null)
                        .ToListAsync(stop),
                    Now,
                    stop
                );
            }

            await readers.CarryOutAsync(readerPlan, readerChange, table, Me.Person, stop);
            await locked.SaveAsync(stop);
            Say(
                Done(plan)
                    + NewReaders.Done(readerPlan)
                    + (
                        held == 0
                            ? ""
                            : $" {(held == 1 ? "Eén uitnodiging die nog wachtte, ligt" : $"{held} uitnodigingen die nog wachtten, liggen")} weer klaar: er mist nog iets in."
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

    /// <summary>Chooses who leads it, with the rule of readers; the names of who leads it now are read along.</summary>
    private async Task<(ReaderChange Change, ReaderPlan Plan)> LeadAsync(
        TableForm form,
        Gathering table,
        CancellationToken stop
    )
    {
        await db.Entry(table).Collection(item => item.Duties).LoadAsync(stop);
        var answered = await readers.AnsweredAsync(table.Id, stop);
        var readerChange = table.Lead(
            form.ProcessFacilitatorId,
            form.ContentFacilitatorId,
            form.ReserveFacilitatorId,
            await readers.AppointerAsync(table, Me.Person.Id, stop),
            answered,
            Now
        );
        table.ProcessFacilitator = await PersonAsync(table.ProcessFacilitatorId, stop);
        table.ContentFacilitator = await PersonAsync(table.ContentFacilitatorId, stop);
        table.ReserveFacilitator = await PersonAsync(table.ReserveFacilitatorId, stop);
        return (readerChange, await readers.PlanAsync(table, readerChange, answered, Me.Person.Id, stop));
    }

    private async Task<Person?> PersonAsync(int? id, CancellationToken stop) =>
        id is null ? null : await db.Persons.SingleAsync(person => person.Id == id, stop);

    private string Done(MovePlan plan) =>
        "De tafel is bewaard."
        + (
            plan.Tell.Count switch
            {
                0 => "",
                1 =>
                    $" Eén mens krijgt over {options.RecallSeconds} seconden een mail. Tot dan kunt u die terughalen op het wervingsbord.",
                var many =>
                    $" {many} mensen krijgen over {options.RecallSeconds} seconden een mail. Tot dan kunt u die terughalen op het wervingsbord.",
            }
        )
        + (plan.Call.Count == 0 ? "" : $" Bel zelf {PeopleInWords.Of(plan.Call)}: geen mailadres.")
        + (plan.Failed.Count == 0 ? "" : $" Bel zelf {PeopleInWords.Of(plan.Failed)}: de vorige mail kwam niet aan.");

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

    /// <summary>A newly chosen person must stand in the list; one who was chosen before may stay.</summary>
    private async Task CheckPeopleAsync(TableForm form, Gathering table, CancellationToken stop)
    {
        var project = table.Series!.ProjectId;
        var leaders = await people.LeadersAsync(project, stop);
        Check(form.ProcessFacilitatorId, table.ProcessFacilitatorId, leaders, nameof(form.ProcessFacilitatorId));
        Check(form.ContentFacilitatorId, table.ContentFacilitatorId, leaders, nameof(form.ContentFacilitatorId));
        Check(form.ReserveFacilitatorId, table.ReserveFacilitatorId, leaders, nameof(form.ReserveFacilitatorId));
        Check(
            form.ContactPersonId,
            table.ContactPersonId,
            await people.TeamAsync(project, stop),
            nameof(form.ContactPersonId)
        );
        if (form.ProcessFacilitatorId is { } one && one == form.ContentFacilitatorId)
        {
            throw new DomainRuleException("Kies twee verschillende begeleiders.", nameof(form.ContentFacilitatorId));
        }
    }

    private static void Check(int? chosen, int? before, IReadOnlyList<SelectListItem> list, string field)
    {
        if (
            chosen is { } id
            && chosen != before
            && list.All(item => item.Value != id.ToString(CultureInfo.InvariantCulture))
        )
        {
            throw new DomainRuleException("Kies iemand uit de lijst.", field);
        }
    }

    private Task<bool> PeopleKnowAsync(int id, CancellationToken stop) =>
        db.Invitations.AnyAsync(
            item =>
                item.GatheringId == id
                && item.WithdrawnAt == null
                && (item.ApproachedAt != null || item.Answer != null),
            stop
        );

    private async Task<IActionResult> PageAsync(
        Gathering table,
        TableForm form,
        CancellationToken stop,
        MoveToAgree? move = null,
        NewReaders? newReaders = null,
        int mailed = 0
    )
    {
        var project = table.Series!.ProjectId;
        return View(
            "Details",
            new TableFormPage(
                table.Id,
                TableTrack.TitleOf(table.Number, table.Focus),
                table.Series.Subject,
                form,
                await people.LeadersAsync(project, stop),
                await people.TeamAsync(project, stop),
                await PeopleKnowAsync(table.Id, stop)
            )
            {
                Move = move,
                Readers = newReaders,
                Mailed = mailed,
                Sealed = await SealedAsync(table, stop),
                Duties = await duties.LinesAsync(table.Id, Now, stop),
            }
        );
    }

    private async Task<string?> SealedAsync(Gathering table, CancellationToken stop) =>
        !await readers.AnsweredAsync(table.Id, stop)
            ? null
            : await readers.AppointerAsync(table, Me.Person.Id, stop) switch
            {
                { IsOnlyOrganiser: true } =>
                    "Er zijn al antwoorden. Kiest u een nieuwe begeleider? Wie antwoordde, krijgt daarover een mail. U ziet eerst wie. U mag ook uzelf kiezen.",
                { IsOrganiser: true } =>
                    "Er zijn al antwoorden. Kiest u een nieuwe begeleider? Wie antwoordde, krijgt daarover een mail. U ziet eerst wie. Uzelf kiest een andere organisator.",
                _ =>
                    "Er zijn al antwoorden. Een nieuwe begeleider wordt gekozen door een organisator, of door de begeleider die stopt. Wie antwoordde, krijgt daarover een mail.",
            };

    private MoveToAgree Agree(MovePlan plan, Appointment was, Appointment becomes) =>
        new(
            Names(plan.Tell.Select(item => item.Invitation)),
            Names(plan.Call),
            Names(plan.Failed),
            Local(was),
            Local(becomes),
            wall.Local(Now),
            options.RecallSeconds
        );

    private MomentAndPlace Local(Appointment appointment) =>
        new(
            wall.Local(appointment.StartsAt),
            wall.Local(appointment.StartsAt.AddMinutes(appointment.Minutes)),
            appointment.Place
        );

    private static IReadOnlyList<string> Names(IEnumerable<Invitation> people) =>
        [.. people.Select(item => item.Person!.FullName)];
}
