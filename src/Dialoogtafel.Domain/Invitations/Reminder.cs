using System.Globalization;

namespace Dialoogtafel.Domain.Invitations;

/// <summary>The automatic mails about an invitation that nobody asks for at that moment.</summary>
public enum ReminderKind
{
    /// <summary>Na-mailen, the first time (M-02).</summary>
    NoAnswer,

    /// <summary>Na-mailen, the last time (M-02); after it the person is called.</summary>
    NoAnswerAgain,

    /// <summary>Weet ik nog niet: the day has come on which the person would know.</summary>
    KnowsNow,

    /// <summary>Practical, a week before (M-09).</summary>
    WeekBefore,

    /// <summary>Practical, the day before (M-09); goes before every other one.</summary>
    DayBefore,

    /// <summary>Voorbereidingsvragen (M-06): the questions stand ready.</summary>
    QuestionsReady,

    /// <summary>Herinnering voorbereiding (M-07), to who has not finished.</summary>
    QuestionsAgain,

    /// <summary>Bedankt (M-14): the day after, to who was there.</summary>
    Thanks,
}

/// <summary>How long a reminder is true.</summary>
public static class ReminderKinds
{
    /// <summary>About the preparation: these give way to every other one.</summary>
    public static bool IsAboutQuestions(this ReminderKind kind) =>
        kind is ReminderKind.QuestionsReady or ReminderKind.QuestionsAgain;

    /// <summary>
    /// The day before may come on the morning itself; "over een week" is not true two days before, and a question is a
    /// call by then. Nobody is asked to prepare on the last day.
    /// </summary>
    /// <param name="start">Of the table, UTC; null while the date is not known.</param>
    public static bool IsStale(this ReminderKind kind, DateTime? start, DateTime at) =>
        kind switch
        {
            ReminderKind.DayBefore => at >= start,
            ReminderKind.QuestionsReady or ReminderKind.QuestionsAgain => at >= start - TimeSpan.FromDays(1),
            ReminderKind.Thanks => at >= start + ReminderRule.ThanksStale,
            _ => at >= start - TimeSpan.FromDays(2),
        };
}

/// <summary>
/// Herinnering: one due moment of one invitation. It follows from the invitation and the table (<see
/// cref="ReminderPlan"/>): moves with the table, stops with an answer or a cancellation, in the same save. Each kind
/// comes once an episode, and once more when the table moves away after it.
/// </summary>
public sealed class Reminder
{
    public int Id { get; private set; }
    public int InvitationId { get; init; }
    public required ReminderKind Kind { get; init; }

    /// <summary>Which approach or answer it belongs to, so that a new ja has its own.</summary>
    public required int Episode { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>When its mail was put in the outbox.</summary>
    public DateTime? QueuedAt { get; private set; }

    /// <summary>When it became superfluous.</summary>
    public DateTime? StoppedAt { get; private set; }

    /// <summary>Why, in Dutch, for the history of the person.</summary>
    public string? StopReason { get; private set; }

    /// <summary>Of its mail, which goes once for each day on which it is due.</summary>
    public string MailKey => string.Create(CultureInfo.InvariantCulture, $"{MailKeyBegin}{Id}:{DueAt:yyyyMMdd}");

    public const string MailKeyBegin = "herinnering:";

    public bool IsOpen => QueuedAt is null && StoppedAt is null;

    public void Queued(DateTime now) => QueuedAt = now;

    /// <summary>The table moved away from a moment that was told or given up: due once more.</summary>
    public void Again(DateTime due) => (DueAt, QueuedAt, StoppedAt, StopReason) = (due, null, null, null);

    public void Stop(string reason, DateTime now) => (StoppedAt, StopReason) = (now, reason);
}
