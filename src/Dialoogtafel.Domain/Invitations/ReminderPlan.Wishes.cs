using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Invitations;

/// <summary>Which reminders an invitation asks for as it stands now.</summary>
public sealed partial class ReminderPlan
{
    /// <summary>
    /// Hours before the start after which asking for an answer by mail makes no sense any more: then one calls.
    /// </summary>
    private static readonly TimeSpan TooLateToAsk = TimeSpan.FromDays(2);

    /// <summary>It belongs to the table and not to an answer: there is one.</summary>
    private const int ThanksEpisode = 1;

    private IEnumerable<Reminder> Wanted(Invitation invitation, Gathering gathering, PreparationStanding preparation)
    {
        if (gathering.StartsAt is not { } start || gathering.CancelledAt is not null)
        {
            return [];
        }

        return invitation.State switch
        {
            InvitationState.Approached => NoAnswer(invitation).Where(item => item.DueAt < start - TooLateToAsk),
            InvitationState.Maybe when invitation.SilentUntil is { } silent =>
            [
                .. new[] { Make(invitation, ReminderKind.KnowsNow, invitation.AnswerNumber, OnDay(Day(silent))) }.Where(
                    item => item.DueAt < start - TooLateToAsk
                ),
            ],
            InvitationState.Yes =>
            [
                Make(
                    invitation,
                    ReminderKind.WeekBefore,
                    invitation.AnswerNumber,
                    DaysBefore(start, ReminderRule.WeekBeforeDays)
                ),
                Make(
                    invitation,
                    ReminderKind.DayBefore,
                    invitation.AnswerNumber,
                    DaysBefore(start, ReminderRule.DayBeforeDays)
                ),
                .. Questions(invitation, gathering, preparation),
            ],
            InvitationState.Informant => Questions(invitation, gathering, preparation),
            _ => [],
        };
    }

    /// <summary>Once for each table, the day after; ticked later, at the next moment.</summary>
    private IEnumerable<Reminder> Thanks(Invitation invitation, Gathering gathering, DateTime? presentSince)
    {
        if (
            presentSince is { } ticked
            && gathering is { StartsAt: { } start, CancelledAt: null }
            && invitation.WithdrawnAt is null
            && Later(OnDay(Day(start).AddDays(ReminderRule.ThanksDays)), Next(ticked)) is var due
            && !ReminderKind.Thanks.IsStale(start, due)
        )
        {
            yield return Make(invitation, ReminderKind.Thanks, ThanksEpisode, due);
        }
    }

    private IEnumerable<Reminder> Questions(Invitation invitation, Gathering gathering, PreparationStanding preparation)
    {
        if (
            preparation != PreparationStanding.Waiting
            || WantsCall(invitation)
            || QuestionsDue(gathering) is not { } due
        )
        {
            yield break;
        }

        var joined = Joined(invitation);
        var reads = invitation.State == InvitationState.Informant && gathering.QuestionsReadyAt <= joined;
        if (!reads && !ReminderKind.QuestionsReady.IsStale(gathering.StartsAt, due))
        {
            yield return Make(invitation, ReminderKind.QuestionsReady, invitation.AnswerNumber, due);
        }

        var again = DaysBefore(gathering.StartsAt!.Value, ReminderRule.QuestionsAgainDays);
        if (Day(again) >= Day(reads ? joined : Later(due, joined)).AddDays(ReminderRule.QuestionsRestDays))
        {
            yield return Make(invitation, ReminderKind.QuestionsAgain, invitation.AnswerNumber, again);
        }
    }

    private IEnumerable<Reminder> NoAnswer(Invitation invitation)
    {
        var asked = Day(invitation.ApproachedAt!.Value);
        yield return Make(
            invitation,
            ReminderKind.NoAnswer,
            invitation.Approaches,
            OnDay(WorkingDays.After(asked, rule.NoAnswerDays))
        );
        yield return Make(
            invitation,
            ReminderKind.NoAnswerAgain,
            invitation.Approaches,
            OnDay(WorkingDays.After(asked, 2 * rule.NoAnswerDays))
        );
    }

    private static Reminder Make(Invitation invitation, ReminderKind kind, int episode, DateTime due) =>
        new()
        {
            InvitationId = invitation.Id,
            Kind = kind,
            Episode = episode,
            DueAt = due,
        };
}
