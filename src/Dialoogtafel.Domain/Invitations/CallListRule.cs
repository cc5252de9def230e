using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Invitations;

/// <summary>Why somebody is to be called, the most urgent first. Follows from facts; never stored.</summary>
public enum CallCause
{
    /// <summary>
    /// Somebody cancelled late, the table is below its minimum, and this person is the first to offer the chair to
    ///
    /// </summary>
    LateCancellation,

    /// <summary>The table does not take place, and no mail could say so (M-13).</summary>
    CalledOff,

    /// <summary>The table moved, and no mail could say so (M-13).</summary>
    TableMoved,

    /// <summary>Comes, the table is tomorrow or today, and the practical mail could not be sent (M-09).</summary>
    DayBefore,

    /// <summary>A chair is free and this person waits first by the seat rule.</summary>
    ChairFree,

    /// <summary>The invitation's <see cref="CallReason"/> says why.</summary>
    AskedForCall,

    /// <summary>Waits for a chair, and the day before which we promised to call is near.</summary>
    Promised,

    /// <summary>Comes, and the practical mail of a week before could not be sent (M-09).</summary>
    WeekBefore,

    /// <summary>The last mail was refused for good.</summary>
    MailFailed,

    /// <summary>On the list without a mail address, and without an answer.</summary>
    NoAddress,

    /// <summary>Weet ik nog niet, and the day on which the person would know has passed.</summary>
    KnewByNow,

    /// <summary>No answer after the last reminder (M-03).</summary>
    NoAnswer,

    /// <summary>
    /// No mail can remind her of the questions beforehand, and the table is near: she may answer them on the phone
    /// (M-07, A-09).
    /// </summary>
    Prepare,

    /// <summary>After the table: she said that she did not get what she came to get .</summary>
    FetchedNothing,
}

/// <summary>What is known of one person at one table when the list is made.</summary>
/// <param name="Invitation">With its person.</param>
/// <param name="Reminders">All reminders of the invitation.</param>
/// <param name="Failed">The newest mail, when the server refused it for good; else null.</param>
/// <param name="Attempts">All calls, in any order.</param>
public sealed record CallFacts(
    Invitation Invitation,
    IReadOnlyCollection<Reminder> Reminders,
    FailedMail? Failed,
    IReadOnlyCollection<CallAttempt> Attempts
)
{
    /// <summary>How far the preparation of this person is.</summary>
    public PreparationStanding Preparation { get; init; }

    /// <summary>The newest of what she said after the table; null = nothing.</summary>
    public FetchTold? Fetched { get; init; }

    /// <summary>Somebody spoke with this person at that moment or later.</summary>
    public bool SpokenSince(DateTime moment) =>
        Attempts.Any(item =>
            item.Counts && item.At >= moment && item.Outcome is not (CallOutcome.NotReached or CallOutcome.Later)
        );
}

/// <summary>Mislukte mail: the server refused it for good, or its address is none.</summary>
/// <param name="TellsMove">It was to tell that the table moved.</param>
public sealed record FailedMail(DateTime QueuedAt, bool TellsMove);

/// <summary>What somebody said after the table, without her words.</summary>
public sealed record FetchTold(FetchOutcome Outcome, DateTime At);

/// <summary>One line of the list.</summary>
/// <param name="Place">Order among people of one table with the same cause.</param>
public sealed record PersonToCall(Invitation Invitation, CallCause Cause, int Place);

/// <summary>
/// Te bellen: whom to call next at one table, and why. Each person stands on it once, for the most urgent
/// cause, and leaves it when the fact does: there are no tasks to tick off. After "later" a person comes back on the
/// agreed day, unless she speaks herself before it.
/// </summary>
public sealed class CallListRule(TimeZoneInfo zone)
{
    private readonly UntoldNews news = new(zone);

    public IReadOnlyList<PersonToCall> For(Gathering gathering, IReadOnlyCollection<CallFacts> people, DateTime now)
    {
        var today = Day(now);
        if (gathering.HasStarted(now))
        {
            return AfterTable(gathering, people, today);
        }

        bool IsOpen(CallFacts item) =>
            gathering.CancelledAt is null
            && item.Invitation is { WithdrawnAt: null, Person.NotToBeApproachedSince: null }
            && !IsPutOff(item, today);
        var chairs = Chairs(gathering, people, [.. people.Where(IsOpen)], now);
        var others = people
            .Where(item => chairs.All(chair => chair.Invitation != item.Invitation))
            .Select(item =>
                (
                    item.Invitation,
                    Cause: NewsFor(item, gathering, today)
                        ?? (IsOpen(item) ? CauseOf(item, today, now) ?? news.Prepare(item, gathering, today) : null)
                )
            )
            .Where(item => item.Cause is not null)
            .OrderBy(item => item.Invitation.CallSince ?? item.Invitation.AnsweredAt ?? item.Invitation.ApproachedAt)
            .ThenBy(item => item.Invitation.Id)
            .Select((item, place) => new PersonToCall(item.Invitation, item.Cause!.Value, place));
        return [.. chairs.Concat(others).OrderBy(item => item.Cause).ThenBy(item => item.Place)];
    }

    /// <summary>
    /// Who did not get what she came for and was not spoken since; nobody else is called about a table that has been.
    /// </summary>
    private List<PersonToCall> AfterTable(Gathering gathering, IEnumerable<CallFacts> people, DateOnly today) =>
        gathering.CancelledAt is not null
            ? []
            :
            [
                .. people
                    .Where(item =>
                        item.Fetched is { Outcome: FetchOutcome.No, At: var told }
                        && !item.SpokenSince(told)
                        && !IsPutOff(item, today, told)
                        && item.Invitation
                            is { WithdrawnAt: null, Person: { NotToBeApproachedSince: null, ErasedAt: null } }
                    )
                    .OrderBy(item => item.Fetched!.At)
                    .ThenBy(item => item.Invitation.Id)
                    .Select((item, place) => new PersonToCall(item.Invitation, CallCause.FetchedNothing, place)),
            ];

    /// <summary>A call that was put off before the news came does not put off the news.</summary>
    private CallCause? NewsFor(CallFacts facts, Gathering gathering, DateOnly today) =>
        news.For(facts, gathering, today) is { } untold && !IsPutOff(facts, today, untold.Since) ? untold.Cause : null;

    /// <summary>To whom the chairs are offered that are free now.</summary>
    private static List<PersonToCall> Chairs(
        Gathering gathering,
        IReadOnlyCollection<CallFacts> people,
        List<CallFacts> open,
        DateTime now
    )
    {
        var claims = people
            .Select(item => item.Invitation)
            .Where(item => item is { Answer: RsvpAnswer.Yes, WithdrawnAt: null })
            .Select(item => new SeatClaim(
                item.Id,
                item.PerspectiveId,
                item.AnsweredAt!.Value,
                item.SeatedAt is not null
            ))
            .ToList();
        var plan = SeatPlan.Of(gathering, now, claims);
        var missing = gathering.MinSeats - plan.Seated;
        if (
            missing > 0
            && people.Any(item => item.Invitation.LateCancelledAt is not null)
            && gathering.StartsAt - now <= ReminderRule.LateCancellation
        )
        {
            return AfterLateCancellation(gathering, open, claims, missing, now);
        }

        var byId = open.ToDictionary(item => item.Invitation.Id, item => item.Invitation);
        return
        [
            .. plan
                .ToCall.Where(claim => byId.ContainsKey(claim.InvitationId))
                .Select((claim, place) => new PersonToCall(byId[claim.InvitationId], CallCause.ChairFree, place)),
        ];
    }

    /// <summary>
    /// There is no time to wait for somebody who was not reached: the next one is asked. Who waits goes first; then who
    /// has not said no, the missing perspectives before the others, as many as the table lacks.
    /// </summary>
    private static List<PersonToCall> AfterLateCancellation(
        Gathering gathering,
        List<CallFacts> open,
        List<SeatClaim> claims,
        int missing,
        DateTime now
    )
    {
        var byId = open.ToDictionary(item => item.Invitation.Id, item => item.Invitation);
        var plan = SeatPlan.Of(
            gathering,
            now,
            claims.Where(claim => claim.Seated || byId.ContainsKey(claim.InvitationId))
        );
        var waiting = plan.ToCall.Select(claim => byId[claim.InvitationId]).ToList();
        var reserve = open.Select(item => item.Invitation)
            .Where(item => item.State is InvitationState.Maybe or InvitationState.Approached or InvitationState.Concept)
            .OrderBy(item =>
                plan.SeatedFrom(item.PerspectiveId) < plan.Wanted.GetValueOrDefault(item.PerspectiveId) ? 0 : 1
            )
            .ThenBy(item =>
                item.State switch
                {
                    InvitationState.Maybe => 0,
                    InvitationState.Approached => 1,
                    _ => 2,
                }
            )
            .ThenBy(item => item.Id);
        var offered = waiting.Concat(reserve.Take(Math.Max(0, missing - waiting.Count)));
        return
        [
            .. offered.Select(
                (item, place) =>
                    new PersonToCall(item, place < missing ? CallCause.LateCancellation : CallCause.ChairFree, place)
            ),
        ];
    }

    private CallCause? CauseOf(CallFacts facts, DateOnly today, DateTime now)
    {
        var invitation = facts.Invitation;
        return invitation.State switch
        {
            // Who named somebody need not be called: the other one stands on the list (NamedSubstitute).
            _ when invitation.NamesSomebody => null,
            _ when invitation.CallReason is not null => CallCause.AskedForCall,
            InvitationState.Waiting
                when invitation.CallBefore - ReminderRule.CallAhead is { } due
                    && due <= now
                    && !facts.SpokenSince(due) => CallCause.Promised,
            not (InvitationState.No or InvitationState.Substitute)
                when facts.Failed is { QueuedAt: var failed }
                    && !(invitation.AnsweredAt > failed)
                    && !facts.SpokenSince(failed) => CallCause.MailFailed,
            InvitationState.Concept when invitation.Person!.Email is null => CallCause.NoAddress,
            InvitationState.Approached when IsSilent(facts, invitation.ApproachedAt!.Value, today) => invitation
                .Person!
                .Email
                is null
                ? CallCause.NoAddress
                : CallCause.NoAnswer,
            InvitationState.Maybe when invitation.SilentUntil is { } silent && IsSilent(facts, silent, today) =>
                CallCause.KnewByNow,
            _ => null,
        };
    }

    /// <summary>
    /// No mail will ask again (without an address none ever does), and a working day has begun since the last one.
    /// </summary>
    private bool IsSilent(CallFacts facts, DateTime since, DateOnly today)
    {
        var last = facts.Reminders.Select(item => item.QueuedAt).OfType<DateTime>().Append(since).Max();
        return (facts.Invitation.Person!.Email is null || facts.Reminders.All(item => !item.IsOpen))
            && WorkingDays.After(Day(last), ReminderRule.CallAfterDays) <= today;
    }

    internal static bool IsPutOff(CallFacts facts, DateOnly today, DateTime? news = null)
    {
        var last = facts.Attempts.Where(item => item.Counts).MaxBy(item => item.At);
        var spokeSince = facts.Invitation.CallSince > last?.At || facts.Invitation.AnsweredAt > last?.At;
        return last?.CallAgainOn > today && !spokeSince && !(news > last.At);
    }

    private DateOnly Day(DateTime utc) => DateOnly.FromDateTime(LocalTime.ToLocal(utc, zone));
}
