using Dialoogtafel.Domain;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;

/// <summary>
/// Na de tafel: ticking who was there, from the start on, changeable for ever; and the way to what comes next.
/// </summary>
[May(Who.Table, Scope.Gathering)]
public sealed class AfterTableController(
    AfterTableReader reader,
    ReminderDesk reminders,
    ContactListDesk lists,
    DialoogtafelDb db,
    TimeProvider clock
) : TeamController(clock)
{
    [HttpGet("bijeenkomsten/{id:int}/afloop")]
    public async Task<IActionResult> Show(int id, CancellationToken stop) =>
        await TableAsync(id, stop) is { } table
            ? View("Show", await reader.PageAsync(table, null, Now, stop))
            : NotFound();

    [HttpPost("bijeenkomsten/{id:int}/afloop")]
    public async Task<IActionResult> Save(int id, [Bind(Prefix = "Form")] AttendanceForm form, CancellationToken stop)
    {
        await using var turn = await db.BeginWriteAsync(stop);
        if (await TableAsync(id, stop) is not { } table)
        {
            return NotFound();
        }

        var guests = await reader.GuestsAsync(table, stop);
        var marks = await db.Attendances.Where(item => item.GatheringId == id).ToListAsync(stop);
        form.Ticks.RemoveAll(tick => guests.All(guest => guest.PersonId != tick.Person));
        if (
            !Attempt(() =>
            {
                Attendance.CheckOpen(table, Now);
                if (marks.Count == 0 && !form.Ticks.Exists(tick => tick.Here))
                {
                    throw new DomainRuleException("Vink eerst aan wie er was.");
                }
            })
        )
        {
            return View("Show", await reader.PageAsync(table, form, Now, stop));
        }

        var changed = Tick(id, guests, marks, form);
        if (changed.Count > 0)
        {
            var people = changed.ConvertAll(item => item.PersonId);
            var invitations = await db
                .Invitations.Where(item => item.GatheringId == id && people.Contains(item.PersonId))
                .ToListAsync(stop);
            await reminders.SyncAsync(table, invitations, Now, stop);
            await db.SaveChangesAsync(stop);
            await lists.SyncAsync(Now, stop);
            await turn.SaveAsync(stop);
            Say("Bewaard wie er was.");
        }

        return new SeeOtherResult($"/bijeenkomsten/{id}/afloop");
    }

    /// <summary>
    /// Only what was changed on this page, for two people may tick one list; who was expected and has no tick was not
    /// there.
    /// </summary>
    private List<Attendance> Tick(
        int id,
        IReadOnlyList<PossibleGuest> guests,
        List<Attendance> marks,
        AttendanceForm form
    )
    {
        var changed = new List<Attendance>();
        foreach (var tick in form.Ticks)
        {
            var mark = marks.Find(item => item.PersonId == tick.Person);
            var expected = guests.First(guest => guest.PersonId == tick.Person).Expected;
            if (tick.Here == (tick.Was == Presence.Present) && !(tick.Was is null && mark is null && expected))
            {
                continue;
            }

            if (mark is null)
            {
                mark = new Attendance { GatheringId = id, PersonId = tick.Person };
                db.Attendances.Add(mark);
            }

            if (mark.Tick(tick.Here ? Presence.Present : Presence.Absent, Me.Person.Id, Now))
            {
                changed.Add(mark);
            }
        }

        return changed;
    }

    private async Task<Gathering?> TableAsync(int id, CancellationToken stop) =>
        await db.Gatherings.SeenBy(Me).AnyAsync(item => item.Id == id, stop)
            ? await db
                .Gatherings.WithFacts()
                .Include(item => item.ReserveFacilitator)
                .SingleAsync(item => item.Id == id, stop)
            : null;
}
