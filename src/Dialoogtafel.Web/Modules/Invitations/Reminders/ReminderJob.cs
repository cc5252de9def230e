using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.Reminders;

/// <summary>
/// Puts the mails of due reminders in the outbox, one transaction each, so that one that goes wrong stops no other:
/// outside the quiet hours, and at most one mail that nobody asked for a person a day. A second one waits for the next
/// morning and stops when it would be too late by then; the day before goes first, the preparation last.
/// </summary>
public sealed class ReminderJob(
    DialoogtafelDb db,
    MailOutbox outbox,
    ReminderLetters letters,
    ReminderDesk desk,
    OneADay day,
    OneByOne items,
    InstallationOptions options,
    TimeProvider clock
) : IJob
{
    private readonly QuietHours quiet = options.Quiet;

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (quiet.Covers(now, options.Zone))
        {
            return;
        }

        var due = await db
            .Reminders.AsNoTracking()
            .Where(item => item.DueAt <= now && item.QueuedAt == null && item.StoppedAt == null)
            .OrderBy(item =>
                item.Kind == ReminderKind.DayBefore ? 0
                : item.Kind == ReminderKind.QuestionsReady || item.Kind == ReminderKind.QuestionsAgain ? 2
                : 1
            )
            .ThenBy(item => item.DueAt)
            .Select(item => item.Id)
            .ToListAsync(stop);
        foreach (var id in due.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            await items.TryAsync(() => HandleAsync(id, now));
            db.ChangeTracker.Clear();
        }

        items.End();
    }

    private async Task HandleAsync(int id, DateTime now)
    {
        await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
        var reminder = await db.Reminders.SingleAsync(item => item.Id == id);
        if (reminder.IsOpen && reminder.DueAt <= now)
        {
            var invitation = await db.Invitations.WithFacts().SingleAsync(item => item.Id == reminder.InvitationId);
            if (reminder.Kind.IsAboutQuestions())
            {
                // Whether she is ready by now is looked at here, however she came to it.
                await desk.SyncAsync(invitation.Gathering!, [invitation], now, CancellationToken.None);
            }

            if (reminder.IsOpen && reminder.DueAt <= now)
            {
                await SendOrWaitAsync(reminder, invitation, now);
            }

            await transaction.SaveAsync();
        }
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
        else if (!await day.IsTakenAsync(invitation.PersonId, now))
        {
            await outbox.AddAsync(await letters.OfAsync(invitation, reminder, CancellationToken.None));
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

    private static bool IsStale(Reminder reminder, Invitation invitation, DateTime at) =>
        reminder.Kind.IsStale(invitation.Gathering!.StartsAt, at);
}
