using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Invitations;

/// <summary>The offsets of the reminders; our choices, settings of the installation.</summary>
/// <param name="NoAnswerDays">Working days without answer after which a reminder goes, and as many again for the second.</param>
/// <param name="At">The time of day at which reminders are due.</param>
public sealed record ReminderRule(int NoAnswerDays, TimeOnly At)
{
    /// <summary>Days before the table on which the practical mails are due; their names and words say so.</summary>
    public const int WeekBeforeDays = 7;
    public const int DayBeforeDays = 1;

    /// <summary>A ja that is taken back this short before the start is late: the organiser hears it at once (R-034, M-11).</summary>
    public static readonly TimeSpan LateCancellation = TimeSpan.FromDays(7);

    /// <summary>Working days between the last mail that asks and the call that follows it (M-03).</summary>
    public const int CallAfterDays = 1;

    /// <summary>Weet ik nog niet, and no day was named: after this time we ask again.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromDays(7);

    /// <summary>How long before the promised moment somebody who waits for a chair is called all the same.</summary>
    public static readonly TimeSpan CallAhead = TimeSpan.FromDays(1);
}

/// <summary>
/// De herinneringen van een uitnodiging: what follows from where it stands. <see cref="Sync"/> may be called after every change and any number
/// of times. A reminder whose moment has passed when it would begin is never made: a late joiner reads it all in the confirmation.
/// </summary>
public sealed class ReminderPlan(ReminderRule rule, TimeZoneInfo zone)
{
    /// <summary>Hours before the start after which asking for an answer by mail makes no sense any more: then one calls.</summary>
    private static readonly TimeSpan TooLateToAsk = TimeSpan.FromDays(2);

    /// <summary>Stops, moves and adds until the open reminders are exactly those that the invitation asks for now.</summary>
    /// <param name="reminders">All reminders of this invitation, also those of the past; new ones are added to it.</param>
    public void Sync(Invitation invitation, Gathering gathering, IList<Reminder> reminders, DateTime now)
    {
        var wanted = Wanted(invitation, gathering).ToList();
        foreach (var open in reminders.Where(item => item.IsOpen).ToList())
        {
            var still = wanted.FirstOrDefault(item => item.Kind == open.Kind && item.Episode == open.Episode);
            if (still is null)
            {
                open.Stop(WhyStopped(invitation, gathering), now);
            }
            else if (still.DueAt > now)
            {
                open.DueAt = still.DueAt;
            }
            else if (Day(open.DueAt) > Day(still.DueAt) && !WaitsForMorning(open))
            {
                open.Stop("De tafel is verzet; dit moment is voorbij.", now);
            }
        }

        foreach (var past in reminders.Where(item => !item.IsOpen).ToList())
        {
            var still = wanted.FirstOrDefault(item => item.Kind == past.Kind && item.Episode == past.Episode);
            if (still?.DueAt > now && (past.StoppedAt is not null || Day(still.DueAt) > Day(past.DueAt)))
            {
                past.Again(still.DueAt);
            }
        }

        foreach (var item in wanted.Where(item => item.DueAt > now && !reminders.Any(known => known.Kind == item.Kind && known.Episode == item.Episode)))
        {
            reminders.Add(item);
        }
    }

    private IEnumerable<Reminder> Wanted(Invitation invitation, Gathering gathering)
    {
        if (gathering.StartsAt is not { } start || gathering.CancelledAt is not null)
        {
            return [];
        }

        return invitation.State switch
        {
            InvitationState.Approached => NoAnswer(invitation).Where(item => item.DueAt < start - TooLateToAsk),
            InvitationState.Maybe when invitation.SilentUntil is { } silent =>
                [.. new[] { Make(invitation, ReminderKind.KnowsNow, invitation.AnswerNumber, OnDay(Day(silent))) }.Where(item => item.DueAt < start - TooLateToAsk)],
            InvitationState.Yes =>
            [
                Make(invitation, ReminderKind.WeekBefore, invitation.AnswerNumber, DaysBefore(start, ReminderRule.WeekBeforeDays)),
                Make(invitation, ReminderKind.DayBefore, invitation.AnswerNumber, DaysBefore(start, ReminderRule.DayBeforeDays)),
            ],
            _ => [],
        };
    }

    private IEnumerable<Reminder> NoAnswer(Invitation invitation)
    {
        var asked = Day(invitation.ApproachedAt!.Value);
        yield return Make(invitation, ReminderKind.NoAnswer, invitation.Approaches, OnDay(WorkingDays.After(asked, rule.NoAnswerDays)));
        yield return Make(invitation, ReminderKind.NoAnswerAgain, invitation.Approaches, OnDay(WorkingDays.After(asked, 2 * rule.NoAnswerDays)));
    }

    private DateTime DaysBefore(DateTime start, int days) => OnDay(Day(start).AddDays(-days));

    /// <summary>Put off because of another mail on its own day; every other reminder is due at the time of the rule.</summary>
    private bool WaitsForMorning(Reminder open) => TimeOnly.FromDateTime(LocalTime.ToLocal(open.DueAt, zone)) != rule.At;

    // Days, not spans of 24 hours: two of the year's days are an hour longer or shorter.
    private DateOnly Day(DateTime utc) => DateOnly.FromDateTime(LocalTime.ToLocal(utc, zone));

    private DateTime OnDay(DateOnly day) => LocalSchedule.At(day, rule.At, zone);

    private static Reminder Make(Invitation invitation, ReminderKind kind, int episode, DateTime due) => new() { InvitationId = invitation.Id, Kind = kind, Episode = episode, DueAt = due };

    private static string WhyStopped(Invitation invitation, Gathering gathering) => invitation.State switch
    {
        _ when gathering.CancelledAt is not null => "De tafel gaat niet door.",
        InvitationState.Withdrawn => "Niet meer op de lijst.",
        _ => "Er is een ander antwoord.",
    };
}
