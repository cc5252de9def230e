using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Invitations;

/// <summary>
/// What a mail tells everybody else about a table (M-09, M-13), for somebody without a mail address or whose mail was
/// refused for good: one hears it by phone. Follows from the facts, and is gone when somebody spoke with the
/// person since.
/// </summary>
internal sealed class UntoldNews(TimeZoneInfo zone)
{
    /// <returns>The most urgent news and since when it is news; null when there is none.</returns>
    public (CallCause Cause, DateTime Since)? For(CallFacts facts, Gathering gathering, DateOnly today)
    {
        var invitation = facts.Invitation;
        // Who said what she wants may hear how it goes on, also when she is not to be approached for anything else.
        if (
            invitation is { WithdrawnAt: not null } or { Person.ErasedAt: not null }
            || (invitation.Answer is null && invitation.Person!.NotToBeApproachedSince is not null)
        )
        {
            return null;
        }

        return gathering switch
        {
            { CancelledAt: { } cancelled } => gathering.StartsAt is null ? null : CalledOff(facts, cancelled),
            { StartsAt: null } => Moved(facts),
            _ => Moved(facts)
                ?? Practical(facts, ReminderKind.DayBefore, today)
                ?? Practical(facts, ReminderKind.WeekBefore, today),
        };
    }

    /// <summary>
    /// Who said no, or never was asked, need not know. An invitation that was refused never told of the table.
    /// </summary>
    private static (CallCause, DateTime)? CalledOff(CallFacts facts, DateTime cancelled)
    {
        var expects = facts.Invitation.State is InvitationState.Yes or InvitationState.Waiting or InvitationState.Maybe;
        var untold = facts.Invitation.Person!.Email is null
            ? expects || facts.Invitation.State == InvitationState.Approached
            : expects && facts.Failed?.QueuedAt >= cancelled;
        return untold && !facts.SpokenSince(cancelled) ? (CallCause.CalledOff, cancelled) : null;
    }

    private static (CallCause, DateTime)? Moved(CallFacts facts)
    {
        var invitation = facts.Invitation;
        return facts.Failed switch
        {
            _ when invitation is { CallReason: CallReason.TableMoved, CallSince: { } since } => (
                CallCause.TableMoved,
                since
            ),
            { TellsMove: true, QueuedAt: var since }
                when invitation.State is not (InvitationState.No or InvitationState.Substitute)
                    && !(invitation.AnsweredAt > since)
                    && !facts.SpokenSince(since) => (CallCause.TableMoved, since),
            _ => null,
        };
    }

    private (CallCause, DateTime)? Practical(CallFacts facts, ReminderKind kind, DateOnly today)
    {
        var invitation = facts.Invitation;
        if (
            invitation.State != InvitationState.Yes
            || facts.Reminders.FirstOrDefault(item => item.Kind == kind && item.Episode == invitation.AnswerNumber)
                is not { } reminder
        )
        {
            return null;
        }

        // From the morning of its day on: there is no mail to wait for.
        var day = DateOnly.FromDateTime(LocalTime.ToLocal(reminder.DueAt, zone));
        var since = reminder.QueuedAt ?? LocalSchedule.At(day, TimeOnly.MinValue, zone);
        var untold = reminder.QueuedAt is null
            ? invitation.Person!.Email is null && day <= today && !(reminder.StoppedAt < reminder.DueAt)
            : facts.Failed?.QueuedAt >= reminder.QueuedAt;
        return untold && !facts.SpokenSince(since)
            ? (kind == ReminderKind.DayBefore ? CallCause.DayBefore : CallCause.WeekBefore, since)
            : null;
    }

    /// <summary>
    /// Who has no address and is not ready may answer the questions on the phone; no news, so it gives way to
    /// everything else.
    /// </summary>
    public CallCause? Prepare(CallFacts facts, Gathering gathering, DateOnly today)
    {
        if (
            facts
                is not {
                    Preparation: PreparationStanding.Waiting,
                    Invitation: { State: InvitationState.Yes or InvitationState.Informant, Person.Email: null }
                }
            || gathering is not { StartsAt: { } start, QuestionsReadyAt: { } ready }
        )
        {
            return null;
        }

        var day = DateOnly.FromDateTime(LocalTime.ToLocal(start, zone)).AddDays(-ReminderRule.QuestionsAgainDays);
        var morning = LocalSchedule.At(day, TimeOnly.MinValue, zone);
        return day <= today && !facts.SpokenSince(morning > ready ? morning : ready) ? CallCause.Prepare : null;
    }
}
