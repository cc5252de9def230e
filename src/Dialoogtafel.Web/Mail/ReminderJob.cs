using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Mail;

/// <summary>
/// Puts the mails of due reminders in the outbox, one transaction each: outside the quiet hours, and at most one mail that nobody asked for a
/// person a day. A second one waits for the next morning and stops when it would be too late by then; the day before goes first.
/// </summary>
public sealed class ReminderJob(DialoogtafelDb db, TableMails mails, Protections protections, InstallationOptions options, Nudge nudge, TimeProvider clock) : IJob
{
    /// <summary>Mails that nobody pressed a button for: only these keep the quiet hours.</summary>
    internal static readonly string[] Automatic = ["herinnering", "praktisch"];

    /// <summary>Mails that come without an act of the person herself; they count for one a day.</summary>
    private static readonly string[] Unasked = ["uitnodiging", .. Automatic];

    private readonly QuietHours quiet = options.Quiet;

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (quiet.Covers(now, options.Zone))
        {
            return;
        }

        var due = await db.Reminders.AsNoTracking().Where(item => item.DueAt <= now && item.QueuedAt == null && item.StoppedAt == null)
            .OrderBy(item => item.Kind == ReminderKind.DayBefore ? 0 : 1).ThenBy(item => item.DueAt).Select(item => item.Id).ToListAsync(stop);
        foreach (var id in due.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            await HandleAsync(id, now);
        }

        if (due.Count > 0)
        {
            nudge.Wake();
        }
    }

    private async Task HandleAsync(int id, DateTime now)
    {
        await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
        var reminder = await db.Reminders.SingleAsync(item => item.Id == id);
        if (reminder.IsOpen && reminder.DueAt <= now)
        {
            var invitation = await db.Invitations.WithFacts().SingleAsync(item => item.Id == reminder.InvitationId);
            await SendOrWaitAsync(reminder, invitation, now);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        db.ChangeTracker.Clear();
    }

    private async Task SendOrWaitAsync(Reminder reminder, Invitation invitation, DateTime now)
    {
        if (invitation.Person!.Email is null)
        {
            reminder.Stop("Geen mailadres: bellen.", now);
        }
        else if (IsStale(reminder, invitation, now))
        {
            reminder.Stop("Het moment was voorbij toen deze mail weg kon.", now);
        }
        else if (!protections.OneUnaskedADay || !await HadMailTodayAsync(invitation.PersonId, now))
        {
            await mails.RemindAsync(invitation, reminder, CancellationToken.None);
            reminder.Queued(now);
        }
        else
        {
            var tomorrow = quiet.NextMorning(now, options.Zone);
            if (IsStale(reminder, invitation, tomorrow))
            {
                reminder.Stop("Er ging die dag al een mail; een dag later was te laat.", now);
            }
            else
            {
                reminder.DueAt = tomorrow;
            }
        }
    }

    private Task<bool> HadMailTodayAsync(int person, DateTime now)
    {
        var today = LocalSchedule.At(DateOnly.FromDateTime(LocalTime.ToLocal(now, options.Zone)), TimeOnly.MinValue, options.Zone);
        return db.Mails.AnyAsync(mail => mail.PersonId == person && Unasked.Contains(mail.Kind)
            // What still waits, an invitation for this morning or a mail that could not leave yesterday, may leave today.
            && (mail.QueuedAt >= today || mail.SentAt >= today || mail.State == Domain.Post.MailState.Queued || mail.State == Domain.Post.MailState.Sending)
            && mail.State != Domain.Post.MailState.Recalled && mail.State != Domain.Post.MailState.Dropped);
    }

    /// <summary>The day before may come on the morning itself; "over een week" is not true two days before, and a question is a call by then.</summary>
    private static bool IsStale(Reminder reminder, Invitation invitation, DateTime at)
    {
        var start = invitation.Gathering!.StartsAt;
        return reminder.Kind == ReminderKind.DayBefore ? at >= start : at >= start - TimeSpan.FromDays(2);
    }
}
