using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Invitations;

/// <summary>The offsets of the reminders; our choices, settings of the installation.</summary>
/// <param name="NoAnswerDays">Working days without answer after which a reminder goes, and as many again for the
/// second.</param>
/// <param name="At">The time of day at which reminders are due.</param>
public sealed record ReminderRule(int NoAnswerDays, TimeOnly At)
{
    /// <summary>Days before the table on which the practical mails are due; their names and words say so.</summary>
    public const int WeekBeforeDays = 7;
    public const int DayBeforeDays = 1;

    /// <summary>
    /// Days before the table on which people hear that their questions are ready (M-06: two to three weeks).
    /// </summary>
    public const int QuestionsDays = 21;

    /// <summary>
    /// Days before the table on which who has not finished is reminded (M-07), and from which who has no address is
    /// called.
    /// </summary>
    public const int QuestionsAgainDays = 5;

    /// <summary>Days of rest between hearing of the questions and being reminded of them.</summary>
    public const int QuestionsRestDays = 2;

    /// <summary>Days after the table on which who was there is thanked (M-14).</summary>
    public const int ThanksDays = 1;

    /// <summary>How long after the table thanks still make sense; later one calls.</summary>
    public static readonly TimeSpan ThanksStale = TimeSpan.FromDays(14);

    /// <summary>
    /// A ja that is taken back this short before the start is late: the organiser hears it at once (R-034, M-11).
    /// </summary>
    public static readonly TimeSpan LateCancellation = TimeSpan.FromDays(7);

    /// <summary>Working days between the last mail that asks and the call that follows it (M-03).</summary>
    public const int CallAfterDays = 1;

    /// <summary>Weet ik nog niet, and no day was named: after this time we ask again.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromDays(7);

    /// <summary>How long before the promised moment somebody who waits for a chair is called all the same.</summary>
    public static readonly TimeSpan CallAhead = TimeSpan.FromDays(1);
}

/// <summary>
/// De herinneringen van een uitnodiging: what follows from where it stands. <see cref="Sync"/> may be called after
/// every change and any number of times. A reminder whose moment has passed when it would begin is never made: a late
/// joiner reads it all in the confirmation. That questions are ready is told in any case, once.
/// </summary>
public sealed partial class ReminderPlan(ReminderRule rule, TimeZoneInfo zone)
{
    /// <summary>
    /// Stops, moves and adds until the open reminders are exactly those that the invitation asks for now.
    /// </summary>
    /// <param name="preparation">How far this person's preparation is.</param>
    /// <param name="reminders">All reminders of this invitation, also those of the past; new ones are added to
    /// it.</param>
    /// <param name="presentSince">When somebody ticked that they were at the table; null = they were not, or it is not
    /// known.</param>
    public void Sync(
        Invitation invitation,
        Gathering gathering,
        PreparationStanding preparation,
        IList<Reminder> reminders,
        DateTime now,
        DateTime? presentSince = null
    )
    {
        List<Reminder> wanted =
        [
            .. Wanted(invitation, gathering, preparation),
            .. Thanks(invitation, gathering, presentSince),
        ];
        foreach (var open in reminders.Where(item => item.IsOpen).ToList())
        {
            var still = wanted.FirstOrDefault(item => item.Kind == open.Kind && item.Episode == open.Episode);
            if (still is null)
            {
                open.Stop(WhyStopped(invitation, gathering, open.Kind, preparation), now);
            }
            else if (still.DueAt > now)
            {
                open.DueAt = still.DueAt;
            }
            else if (open.Kind == ReminderKind.QuestionsReady)
            {
                // The table came nearer: its news says nothing of the questions, so they are told as soon as can be.
                open.DueAt = open.DueAt < Next(now) ? open.DueAt : Next(now);
            }
            else if (Day(open.DueAt) > Day(still.DueAt) && !WaitsForMorning(open))
            {
                open.Stop("De tafel is verzet; dit moment is voorbij.", now);
            }
        }

        foreach (var past in reminders.Where(item => !item.IsOpen).ToList())
        {
            var still = wanted.FirstOrDefault(item => item.Kind == past.Kind && item.Episode == past.Episode);
            if (still?.DueAt > now && (past.StoppedAt is not null || ComesAgain(past, still, gathering)))
            {
                past.Again(still.DueAt);
            }
        }

        foreach (
            var item in wanted.Where(item =>
                item.DueAt > now && !reminders.Any(known => known.Kind == item.Kind && known.Episode == item.Episode)
            )
        )
        {
            reminders.Add(item);
        }

        if (
            wanted.Find(item => item.Kind == ReminderKind.QuestionsReady && item.DueAt <= now) is { } late
            && !reminders.Any(known => known.Kind == late.Kind && known.Episode == late.Episode)
        )
        {
            TellLate(late, invitation, reminders, now);
        }
    }

    /// <summary>
    /// Who joins after the others were told reads it in the confirmation: told. Who was not asked before is told at the
    /// next moment.
    /// </summary>
    private void TellLate(Reminder late, Invitation invitation, IList<Reminder> reminders, DateTime now)
    {
        if (Joined(invitation) == now)
        {
            late.Queued(now);
        }
        else
        {
            late.DueAt = Next(now);
        }

        reminders.Add(late);
    }

    /// <summary>
    /// When the people of this table hear that their questions are ready: three weeks before, or the next moment after
    /// they were put ready. UTC; null while they are not.
    /// </summary>
    public DateTime? QuestionsDue(Gathering gathering) => QuestionsDue(gathering.StartsAt, gathering.QuestionsReadyAt);

    /// <summary>The same for a moment at which they would be put ready.</summary>
    public DateTime? QuestionsDue(DateTime? startsAt, DateTime? readyAt) =>
        startsAt is { } start && readyAt is { } ready
            ? Later(DaysBefore(start, ReminderRule.QuestionsDays), Next(ready))
            : null;

    /// <summary>
    /// Whether the confirmation of a ja, or of thinking along, says that the questions are ready: no mail of its own
    /// follows. Who thinks along reads it at once; who comes when the mail to the others has been due.
    /// </summary>
    public bool ConfirmationTells(
        Invitation invitation,
        Gathering gathering,
        PreparationStanding preparation,
        DateTime now
    ) =>
        preparation == PreparationStanding.Waiting
        && !WantsCall(invitation)
        && !ReminderKind.QuestionsReady.IsStale(gathering.StartsAt, now)
        && invitation.State switch
        {
            InvitationState.Yes => QuestionsDue(gathering) <= now,
            InvitationState.Informant => gathering.QuestionsReadyAt <= Joined(invitation),
            _ => false,
        };

    /// <summary>They are asked the questions in that call; a call about a move is about something else.</summary>
    private static bool WantsCall(Invitation invitation) =>
        invitation.CallReason is not (null or CallReason.TableMoved);

    private static DateTime Joined(Invitation invitation) => invitation.SeatedAt ?? invitation.AnsweredAt!.Value;

    /// <summary>
    /// Who was thanked is not thanked again. That questions are ready is told once, wherever the table goes; once more
    /// when they were taken away and put back.
    /// </summary>
    private bool ComesAgain(Reminder past, Reminder still, Gathering gathering) =>
        past.Kind != ReminderKind.Thanks
        && (
            past.Kind == ReminderKind.QuestionsReady
                ? past.QueuedAt < gathering.QuestionsReadyAt
                : Day(still.DueAt) > Day(past.DueAt)
        );

    private DateTime DaysBefore(DateTime start, int days) => OnDay(Day(start).AddDays(-days));

    /// <summary>
    /// Put off because of another mail on its own day; every other reminder is due at the time of the rule.
    /// </summary>
    private bool WaitsForMorning(Reminder open) =>
        TimeOnly.FromDateTime(LocalTime.ToLocal(open.DueAt, zone)) != rule.At;

    // Days, not spans of 24 hours: two of the year's days are an hour longer or shorter.
    private DateOnly Day(DateTime utc) => DateOnly.FromDateTime(LocalTime.ToLocal(utc, zone));

    private DateTime OnDay(DateOnly day) => LocalSchedule.At(day, rule.At, zone);

    /// <summary>The next time of the rule after a moment, today or tomorrow.</summary>
    private DateTime Next(DateTime moment) => LocalSchedule.NextDaily(moment, rule.At, zone).UtcDateTime;

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static string WhyStopped(
        Invitation invitation,
        Gathering gathering,
        ReminderKind kind,
        PreparationStanding preparation
    ) =>
        invitation.State switch
        {
            _ when gathering.CancelledAt is not null => "De tafel gaat niet door.",
            InvitationState.Withdrawn => "Niet meer op de lijst.",
            _ when kind == ReminderKind.Thanks => "Was niet bij de tafel.",
            InvitationState.Yes or InvitationState.Informant when kind.IsAboutQuestions() => WhyNotPrepare(
                invitation,
                preparation
            ),
            _ => "Er is een ander antwoord.",
        };

    private static string WhyNotPrepare(Invitation invitation, PreparationStanding preparation) =>
        preparation switch
        {
            PreparationStanding.Done => "De voorbereiding is klaar.",
            PreparationStanding.NotAsked => "Er staan geen vragen klaar.",
            _ => WantsCall(invitation) ? "Wij bellen over de vragen." : "Het moment is voorbij.",
        };
}
