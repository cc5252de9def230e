using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Outbox;

/// <summary>A mail that nobody asked for, as far as the rule of one a day looks at it.</summary>
/// <param name="At">When it leaves or left, UTC; of one whose moment is past: now.</param>
/// <param name="KeepsQuiet">It waits for the end of the quiet hours.</param>
public sealed record UnaskedMail(Guid Id, int Person, MailState State, DateTime At, bool KeepsQuiet)
{
    /// <summary>Of a waiting mail that a reminder made: which one. Null: it gives way to nothing.</summary>
    public Reminder? Reminder { get; init; }

    /// <summary>Of the table that the reminder is about, UTC.</summary>
    public DateTime? TableStart { get; init; }
}

/// <summary>
/// Somebody whose invitation waits because a mail that they did not ask for goes on the day that was meant.
/// </summary>
/// <param name="At">When it leaves instead, UTC: the end of the quiet hours.</param>
/// <param name="Left">That mail has left already; else it waits.</param>
public sealed record Turn(DateTime At, bool Left);

/// <summary>A reminder whose mail has not left: it comes again at this moment, UTC.</summary>
public sealed record GivesWay(UnaskedMail Mail, DateTime Again);

/// <summary>What sending invitations means for the one unasked mail of a day.</summary>
/// <param name="Waiting">By person.</param>
public sealed record TurnPlan(IReadOnlyDictionary<int, Turn> Waiting, IReadOnlyList<GivesWay> GiveWay)
{
    /// <summary>When the invitation of this person leaves; null: as was meant.</summary>
    public DateTime? For(int person) => Waiting.GetValueOrDefault(person)?.At;
}

/// <summary>
/// A person gets at most one mail a day (of the wall clock) that they did not ask for: an invitation, a question once
/// more, a practical mail, one about an action, or a newsletter. A reminder gives way to an invitation and comes a day
/// later; an invitation waits for the morning when the other mail has left or would be too late. One that would wait
/// until its table has begun leaves all the same. A newsletter gives way to all of them. Answers to an act of their own
/// and news about a table do not count.
/// </summary>
public sealed class OneUnaskedMail(QuietHours quiet, TimeZoneInfo zone)
{
    /// <summary>The first moment of the day on which this moment falls, UTC.</summary>
    public DateTime DayStart(DateTime utc) => LocalSchedule.At(Day(utc), TimeOnly.MinValue, zone);

    /// <summary>Puts off a second mail of the day until the morning.</summary>
    /// <returns>False when one that need not keep quiet would then come too late: it leaves.</returns>
    public bool PutOff(OutgoingMail mail, DateTime now)
    {
        var morning = quiet.NextMorning(now, zone);
        if (!mail.KeepsQuiet && mail.StaleAt <= morning)
        {
            return false;
        }

        mail.PutOff(morning);
        return true;
    }

    /// <param name="mails">The unasked mails of these people that wait, are under way or left today.</param>
    /// <param name="leaves">When the invitations would leave, UTC.</param>
    /// <param name="start">Of the table that they invite to, UTC.</param>
    public TurnPlan Plan(IReadOnlyCollection<UnaskedMail> mails, DateTime leaves, DateTime? start)
    {
        var (waiting, giveWay) = (new Dictionary<int, Turn>(), new List<GivesWay>());
        foreach (var known in mails.GroupBy(mail => mail.Person))
        {
            var (at, left) = (leaves, false);
            while (known.FirstOrDefault(mail => DayOf(mail) == Day(at) && !CanWait(mail, at)) is { } taken)
            {
                (at, left) = (quiet.NextMorning(at, zone), left || taken.State != MailState.Queued);
            }

            if (at != leaves && at < start)
            {
                waiting[known.Key] = new Turn(at, left);
            }

            var day = Day(waiting.TryGetValue(known.Key, out var turn) ? turn.At : leaves);
            var again = quiet.NextMorning(LocalSchedule.At(day, TimeOnly.MinValue, zone), zone);
            giveWay.AddRange(
                known
                    .Where(mail => mail.Reminder is not null && DayOf(mail) == day)
                    .Select(mail => new GivesWay(mail, again))
            );
        }

        return new TurnPlan(waiting, giveWay);
    }

    private bool CanWait(UnaskedMail mail, DateTime at) =>
        mail.Reminder is { } reminder && !reminder.Kind.IsStale(mail.TableStart, quiet.NextMorning(at, zone));

    /// <summary>The day on which it leaves or left.</summary>
    private DateOnly DayOf(UnaskedMail mail) =>
        Day(mail is { State: MailState.Queued, KeepsQuiet: true } ? quiet.NextAllowed(mail.At, zone) : mail.At);

    private DateOnly Day(DateTime utc) => DateOnly.FromDateTime(LocalTime.ToLocal(utc, zone));
}
