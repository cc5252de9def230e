using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;

/// <summary>Somebody who may have been at the table.</summary>
/// <param name="Invitation">Null for who leads it.</param>
public sealed record PossibleGuest(
    int PersonId,
    string Name,
    string Group,
    string Detail,
    bool Expected,
    Invitation? Invitation
);

/// <summary>
/// Reads who may have been at a table and what is done since; the same number of statements for any number of people.
/// </summary>
public sealed class AfterTableReader(
    DialoogtafelDb db,
    AttendanceSummary line,
    AfterSteps steps,
    WallClock wall,
    Texts T
)
{
    public async Task<AfterTablePage> PageAsync(
        Gathering table,
        AttendanceForm? typed,
        DateTime now,
        CancellationToken stop
    )
    {
        var guests = await GuestsAsync(table, stop);
        var marks = await db
            .Attendances.AsNoTracking()
            .Where(item => item.GatheringId == table.Id)
            .ToDictionaryAsync(item => item.PersonId, stop);
        var names = await db.FirstNamesAsync(marks.Values.Select(item => (int?)item.ById), stop);
        var form = typed
            ?? new AttendanceForm
            {
                Ticks =
                [
                    .. guests
                        .Select(guest => marks.GetValueOrDefault(guest.PersonId))
                        .Zip(guests, (mark, guest) => new PersonTick
                            {
                                Person = guest.PersonId,
                                Was = mark?.Presence,
                                Here = mark?.IsPresent == true,
                            }),
                ],
            };
        return new AfterTablePage
        {
            Id = table.Id,
            Title = TableTrack.TitleOf(table.Number, table.Focus),
            Subject = table.Series!.Subject,
            Start = wall.Local(table.StartsAt),
            Today = wall.Local(now),
            Begun = table.HasStarted(now) && table.CancelledAt is null,
            Lines =
            [
                .. form
                    .Ticks.Select(tick => guests.Single(guest => guest.PersonId == tick.Person))
                    .Select(guest => new AttendanceLine(guest.Group, guest.Name, guest.Detail)),
            ],
            Count = marks.Count == 0 ? null : await line.CountAsync(table.Id, stop),
            By =
            [
                .. marks
                    .Values.OrderBy(item => item.At)
                    .Select(item => $"{names.GetValueOrDefault(item.ById, "het team")} op {T.Day(wall.Local(item.At))}")
                    .Distinct(),
            ],
            Steps = await steps.OfAsync(table, stop),
            Form = form,
        };
    }

    /// <summary>Who had a chair first, then who leads it, then everybody else who was asked.</summary>
    /// <param name="table">With its three facilitators.</param>
    public async Task<IReadOnlyList<PossibleGuest>> GuestsAsync(Gathering table, CancellationToken stop)
    {
        var invited = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Where(item =>
                item.GatheringId == table.Id
                && item.WithdrawnAt == null
                && (item.ApproachedAt != null || item.Answer != null)
            )
            .OrderBy(item => item.Person!.FirstName)
            .ThenBy(item => item.Id)
            .ToListAsync(stop);
        Person?[] leads = [table.ProcessFacilitator, table.ContentFacilitator, table.ReserveFacilitator];
        var (seated, others) = (
            invited.FindAll(item => item.State == InvitationState.Yes),
            invited.FindAll(item => item.State != InvitationState.Yes)
        );
        return
        [
            .. seated.Select(item => new PossibleGuest(
                item.PersonId,
                item.Person!.FullName,
                "Zij hadden een stoel",
                "",
                true,
                item
            )),
            .. leads
                .OfType<Person>()
                .DistinctBy(person => person.Id)
                .Where(person => invited.All(item => item.PersonId != person.Id))
                .Select(person => new PossibleGuest(
                    person.Id,
                    person.FullName,
                    "Zij leiden de tafel",
                    DutyOf(table, person.Id),
                    table.IsLedBy(person.Id),
                    null
                )),
            .. others.Select(item => new PossibleGuest(
                item.PersonId,
                item.Person!.FullName,
                "Toch gekomen?",
                InvitationLabels.Of(item.State),
                false,
                item
            )),
        ];
    }

    private static string DutyOf(Gathering table, int person) =>
        table switch
        {
            { ProcessFacilitatorId: var process } when process == person => "procesbegeleider",
            { ContentFacilitatorId: var content } when content == person => "inhoudelijk begeleider",
            _ => "reserve",
        };
}
