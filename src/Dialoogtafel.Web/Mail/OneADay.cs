using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Post;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Mail;

/// <summary>
/// Somebody whose invitation waits because a mail that she did not ask for goes on the day that was meant.
/// </summary>
/// <param name="At">When it leaves instead, UTC: the end of the quiet hours.</param>
/// <param name="Left">That mail has left already; else it waits.</param>
public sealed record Turn(DateTime At, bool Left);

/// <summary>
/// What sending invitations means for the one unasked mail of a day; nothing changes before <see
/// cref="OneADay.CarryOut"/>.
/// </summary>
/// <param name="Waiting">By person.</param>
/// <param name="GiveWay">Reminders whose mail has not left: each comes a day later.</param>
public sealed record Turns(
    IReadOnlyDictionary<int, Turn> Waiting,
    IReadOnlyList<(OutgoingMail Mail, Reminder Reminder, DateTime Again)> GiveWay
)
{
    public DateTime? For(int person) => Waiting.GetValueOrDefault(person)?.At;
}

/// <summary>
/// A person gets at most one mail a day (of the wall clock) that she did not ask for: an invitation, a question once
/// more, a practical mail, one about an action, or a newsletter. A reminder gives way to an invitation and comes a day
/// later; an invitation waits for the morning when the other mail has left or would be too late. One that would wait
/// until its table has begun leaves all the same. A newsletter gives way to all of them. Answers to an act of her own
/// and news about a table do not count.
/// </summary>
public sealed class OneADay(DialoogtafelDb db, Protections protections, InstallationOptions options, WallClock wall)
{
    /// <summary>Waits for every other mail, so that none waits for it.</summary>
    internal const string Newsletter = "nieuwsbrief";

    internal const string Invitation = "uitnodiging";

    /// <summary>Mails to participants that no act of theirs asked for and that wait for the morning.</summary>
    internal static readonly string[] Automatic =
    [
        "herinnering",
        "praktisch",
        TableMails.Questions,
        TableMails.QuestionsAgain,
        TableMails.Thanks,
        ActionMails.Assigned,
        ActionMails.Question,
    ];

    /// <summary>Mails that come without an act of the person herself.</summary>
    internal static readonly string[] Unasked =
    [
        Invitation,
        TableMails.Report,
        TableMails.ContactList,
        .. Automatic,
        Newsletter,
    ];

    private readonly QuietHours quiet = options.Quiet;

    /// <summary>Whether a reminder has to wait: something left today, or may still.</summary>
    public async Task<bool> IsTakenAsync(int person, DateTime now)
    {
        var today = wall.DayStart(now);
        return protections.OneUnaskedADay
            && await db.Mails.AnyAsync(mail =>
                mail.PersonId == person
                && Unasked.Contains(mail.Kind)
                // What still waits, an invitation for this morning or a mail that could not leave yesterday, may leave
                // today.
                && (
                    mail.QueuedAt >= today
                    || mail.SentAt >= today
                    || mail.State == MailState.Queued
                    || mail.State == MailState.Sending
                )
                && mail.State != MailState.Recalled
                && mail.State != MailState.Dropped
                && !(mail.Kind == Newsletter && mail.State == MailState.Queued)
            );
    }

    /// <summary>For the pump: from when a mail that left counts as one of today; null when the rule is off.</summary>
    public DateTime? CountsFrom(DateTime now) => protections.OneUnaskedADay ? wall.DayStart(now) : null;

    /// <summary>Puts it off until the morning.</summary>
    /// <returns>False when an invitation would then come too late: it leaves.</returns>
    public bool PutOff(OutgoingMail mail, DateTime now)
    {
        var morning = quiet.NextMorning(now, options.Zone);
        if (mail.Kind == Invitation && mail.StaleAt <= morning)
        {
            return false;
        }

        mail.PutOff(morning);
        return true;
    }

    /// <param name="people">To whom an invitation is sent, each one once.</param>
    /// <param name="leaves">When it would leave, UTC.</param>
    /// <param name="start">Of the table, UTC.</param>
    public async Task<Turns> PlanAsync(
        IReadOnlyCollection<int> people,
        DateTime leaves,
        DateTime? start,
        DateTime now,
        CancellationToken stop
    )
    {
        var today = wall.DayStart(now);
        var mails = !protections.OneUnaskedADay
            ? []
            : await db
                .Mails.AsNoTracking()
                .IgnoreAutoIncludes()
                .Where(mail =>
                    mail.PersonId != null
                    && people.Contains(mail.PersonId.Value)
                    && Unasked.Contains(mail.Kind)
                    && (
                        (mail.State == MailState.Queued && mail.Kind != Newsletter)
                        || mail.State == MailState.Sending
                        || (mail.State == MailState.Sent && mail.SentAt >= today)
                        || (mail.State == MailState.Uncertain && mail.QueuedAt >= today)
                    )
                )
                .Select(mail => new Known(
                    mail.Id,
                    mail.PersonId!.Value,
                    mail.Kind,
                    mail.State,
                    mail.State == MailState.Queued && mail.NextAt > now ? mail.NextAt : now
                ))
                .ToListAsync(stop);
        var reminders = await RemindersAsync([.. mails.Where(mail => mail.CanGiveWay).Select(mail => mail.Id)], stop);

        var (waiting, giveWay) = (new Dictionary<int, Turn>(), new List<(OutgoingMail, Reminder, DateTime)>());
        foreach (var known in mails.GroupBy(mail => mail.Person))
        {
            var (at, left) = (leaves, false);
            while (
                known.FirstOrDefault(mail =>
                    DayOf(mail) == wall.Day(at) && !(reminders.TryGetValue(mail.Id, out var late) && CanWait(late, at))
                )
                    is { } taken
            )
            {
                (at, left) = (quiet.NextMorning(at, options.Zone), left || taken.State != MailState.Queued);
            }

            if (at != leaves && at < start)
            {
                waiting[known.Key] = new Turn(at, left);
            }

            var day = wall.Day(waiting.TryGetValue(known.Key, out var turn) ? turn.At : leaves);
            giveWay.AddRange(
                known
                    .Where(mail => DayOf(mail) == day && reminders.ContainsKey(mail.Id))
                    .Select(mail => reminders[mail.Id])
                    .Select(late =>
                        (
                            late.Mail,
                            late.Reminder,
                            quiet.NextMorning(LocalSchedule.At(day, TimeOnly.MinValue, options.Zone), options.Zone)
                        )
                    )
            );
        }

        return new Turns(waiting, giveWay);
    }

    /// <summary>To be called in the transaction in which the invitations are queued.</summary>
    public static void CarryOut(Turns turns)
    {
        foreach (var (mail, reminder, again) in turns.GiveWay)
        {
            mail.Drop("Er gaat die dag al een uitnodiging: deze mail komt een dag later.");
            reminder.Again(again);
        }
    }

    /// <summary>By mail: the reminder that it is the mail of; tracked.</summary>
    private async Task<Dictionary<Guid, Late>> RemindersAsync(List<Guid> waiting, CancellationToken stop)
    {
        if (waiting.Count == 0)
        {
            return [];
        }

        var pairs = await (
            from mail in db.Mails
            where waiting.Contains(mail.Id)
            join reminder in db.Reminders on mail.InvitationId equals reminder.InvitationId
            join invitation in db.Invitations on mail.InvitationId equals invitation.Id
            where reminder.QueuedAt != null
            select new
            {
                Mail = mail,
                Reminder = reminder,
                Start = invitation.Gathering!.StartsAt,
            }
        ).ToListAsync(stop);
        return pairs
            .Where(item => item.Mail.Key == TableMails.KeyOf(item.Reminder))
            .ToDictionary(item => item.Mail.Id, item => new Late(item.Mail, item.Reminder, item.Start));
    }

    private bool CanWait(Late late, DateTime at) =>
        !late.Reminder.Kind.IsStale(late.Start, quiet.NextMorning(at, options.Zone));

    private DateOnly DayOf(Known mail) =>
        wall.Day(mail.CanGiveWay ? quiet.NextAllowed(mail.At, options.Zone) : mail.At);

    private sealed record Known(Guid Id, int Person, string Kind, MailState State, DateTime At)
    {
        public bool CanGiveWay => State == MailState.Queued && Kind != Invitation;
    }

    private sealed record Late(OutgoingMail Mail, Reminder Reminder, DateTime? Start);
}
