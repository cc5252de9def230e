using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>Reads the list as the page shows it; the same number of statements for any number of people.</summary>
public sealed class CallPageReader(
    DialoogtafelDb db,
    CallListReader list,
    CallDesk desk,
    CallLabels words,
    Substitutes substitutes,
    ActionCalls actions,
    WallClock wall
)
{
    private const int Contacts = 2;

    /// <param name="project">Null = the one with the most urgent row.</param>
    public async Task<CallPage> PageAsync(
        int? project,
        Actor me,
        Said? said,
        int? after,
        Refused? typed,
        DateTime now,
        CancellationToken stop
    )
    {
        var mine = me.RecruiterProjects();
        var found = await list.ReadAsync(db.Gatherings.Where(item => mine.Contains(item.Series!.ProjectId)), now, stop);
        var agreed = await actions.RowsAsync(mine, now, stop);
        // The one where something hurries; else the one where something waits.
        var waiting = found
            .Cancellations.Select(row => row.Table)
            .Concat(found.Substitutes.Select(row => row.Table))
            .Concat(found.Rows.Select(row => row.Table))
            .Select(table => table.Series!.ProjectId);
        var shown =
            project is { } asked && mine.Contains(asked)
                ? asked
                : waiting.Concat(agreed.Select(row => row.ProjectId)).Select(id => (int?)id).FirstOrDefault();
        var rows = found.Rows.Where(row => row.Table.Series!.ProjectId == shown).ToList();
        var tabs =
            mine.Count < 2
                ? []
                : await db
                    .Projects.Where(item => mine.Contains(item.Id))
                    .OrderBy(item => item.Name)
                    .Select(item => new ProjectTab(item.Id, item.Name))
                    .ToListAsync(stop);
        var views = await ViewsAsync(rows, me, now, stop);
        return new CallPage(
            views,
            tabs,
            shown,
            said,
            views.Any(row => row.Id == after) ? after : null,
            typed,
            wall.Local(now)
        )
        {
            Cancellations = [.. found.Cancellations.Where(row => row.Table.Series!.ProjectId == shown).Select(View)],
            Substitutes = [.. found.Substitutes.Where(row => row.Table.Series!.ProjectId == shown).Select(View)],
            Actions = [.. agreed.Where(row => row.ProjectId == shown).Select(row => View(row, now))],
        };
    }

    private CancellationView View(CancellationRow row)
    {
        var (gone, next) = (row.Gone, row.Open.CallNext);
        return new CancellationView
        {
            Id = gone.Id,
            Name = gone.Person!.FullName,
            Sentence = $"{CancellationLabels.Gone(gone)} {CancellationLabels.Chairs(row)}",
            At = wall.Local(gone.ChairGivenBackAt!.Value),
            Table = TableOf(row.Table),
            Start = wall.Local(row.Table.StartsAt),
            TableId = row.Table.Id,
            PerspectiveId = gone.PerspectiveId,
            Perspective = gone.Perspective!.Name,
            Next = next is null
                ? null
                : new CallNext(
                    next.Id,
                    next.Person!.FullName,
                    next.Person.FirstName,
                    next.Person.Phone,
                    CancellationLabels.Next(next)
                ),
            Substitute = substitutes.Of(gone)?.Name,
        };
    }

    private SubstituteView View(SubstituteRow row) =>
        new()
        {
            Id = row.By.Id,
            TableId = row.Table.Id,
            By = row.By.Person!.FullName,
            ByFirstName = row.By.Person.FirstName,
            Named = substitutes.Of(row.By),
            Table = TableOf(row.Table),
            Start = wall.Local(row.Table.StartsAt),
            ToldAt = wall.Local(row.By.CallSince),
        };

    private ActionCallView View(ActionToCall row, DateTime now)
    {
        var (action, owner) = (row.Action, row.Action.Owner);
        return new ActionCallView
        {
            Id = action.Id,
            Text = action.Text,
            Subject = row.Subject,
            Name = owner?.FullName,
            FirstName = owner?.FirstName,
            Phone = owner?.Phone,
            Why = ActionLabels.WhyCall(action),
            IsChoice = action.Call == ActionCall.Choose,
            MayAnswer = owner is not null && action.Call != ActionCall.OwnerLeft,
            Day = desk.NextDay(null, now),
        };
    }

    private async Task<IReadOnlyList<CallView>> ViewsAsync(
        List<CallRow> rows,
        Actor me,
        DateTime now,
        CancellationToken stop
    )
    {
        var ids = rows.Select(row => row.Invitation.Id).ToList();
        var events = (
            await db.InvitationEvents.AsNoTracking().Where(item => ids.Contains(item.InvitationId)).ToListAsync(stop)
        ).ToLookup(item => item.InvitationId);
        var noted = (
            await db
                .CallAttempts.Where(item => ids.Contains(item.InvitationId) && item.Note != null)
                .Select(item => item.InvitationId)
                .Distinct()
                .ToListAsync(stop)
        ).ToHashSet();
        var team = rows.SelectMany(row =>
                row.Facts.Attempts.Select(item => (int?)item.ById).Append(row.Invitation.ApproacherId)
            )
            .Concat(events.SelectMany(group => group).Select(item => item.ById));
        var names = await db.FirstNamesAsync(team, stop);
        return [.. rows.Select(row => View(row, events[row.Invitation.Id], noted, names, me, now))];
    }

    private CallView View(
        CallRow row,
        IEnumerable<InvitationEvent> events,
        HashSet<int> noted,
        Dictionary<int, string> names,
        Actor me,
        DateTime now
    )
    {
        var (invitation, table) = (row.Invitation, row.Table);
        var (state, cause) = (invitation.State, row.Person.Cause);
        // A table that does not take place, or has been, asks for no answer any more.
        var asks = cause is not (CallCause.CalledOff or CallCause.FetchedNothing);
        return new CallView
        {
            Id = invitation.Id,
            PersonId = invitation.PersonId,
            Name = invitation.Person!.FullName,
            FirstName = invitation.Person.FirstName,
            Why = words.Why(row),
            Phone = invitation.Person.Phone,
            Table = TableOf(table),
            Start = wall.Local(table.StartsAt),
            Approacher = Name(invitation.ApproacherId, names),
            Last = Last(row.Facts, events, names),
            HasNotes =
                noted.Contains(invitation.Id) && me.MayReadNotes(table.Series!.ProjectId, invitation.ApproacherId),
            Yes = asks && state is (InvitationState.Concept or InvitationState.Approached or InvitationState.Maybe),
            Chair = state == InvitationState.Waiting && cause is (CallCause.LateCancellation or CallCause.ChairFree),
            No = asks && state is not (InvitationState.No or InvitationState.Informant or InvitationState.Substitute),
            Done =
                cause
                    is CallCause.Promised
                        or CallCause.MailFailed
                        or CallCause.CalledOff
                        or CallCause.TableMoved
                        or CallCause.DayBefore
                        or CallCause.WeekBefore
                        or CallCause.Prepare
                        or CallCause.FetchedNothing
                || (cause == CallCause.AskedForCall && state is not InvitationState.Maybe),
            Comes = asks && state is (InvitationState.Yes or InvitationState.Waiting),
            Day = desk.NextDay(table.StartsAt, now),
            IsAsked = asks && table.QuestionsReadyAt is not null && QuestionSet.RoleOf(invitation) is not null,
        };
    }

    /// <summary>The newest contacts, the latest first.</summary>
    private IReadOnlyList<ContactLine> Last(
        CallFacts facts,
        IEnumerable<InvitationEvent> events,
        Dictionary<int, string> names
    )
    {
        var lines = events
            .Select(item =>
                (
                    At: item.At,
                    What: $"{InvitationLabels.Event(item.State)}, {InvitationLabels.Of(item.Channel)}",
                    item.ById
                )
            )
            .Concat(
                facts
                    .Reminders.Where(item => item.QueuedAt is not null)
                    .Select(item =>
                        (
                            At: item.QueuedAt!.Value,
                            What: item.Kind switch
                            {
                                ReminderKind.QuestionsReady => "vragen vooraf per mail",
                                ReminderKind.Thanks => "bedankt per mail",
                                _ => "herinnering per mail",
                            },
                            ById: (int?)null
                        )
                    )
            )
            // An answer by phone stands among the events already.
            .Concat(
                facts
                    .Attempts.Where(item => item.Outcome is not (CallOutcome.Yes or CallOutcome.No))
                    .Select(item =>
                        (At: item.At, What: words.Of(item.Outcome, item.CallAgainOn), ById: (int?)item.ById)
                    )
            );
        return
        [
            .. lines
                .OrderByDescending(line => line.At)
                .Take(Contacts)
                .Select(line => new ContactLine(wall.Local(line.At), line.What, Name(line.ById, names))),
        ];
    }

    private static string TableOf(Gathering table) => $"{table.Series!.Subject}, tafel {table.Number}";

    private static string? Name(int? person, Dictionary<int, string> names) =>
        person is { } id && names.TryGetValue(id, out var name) ? name : null;
}
