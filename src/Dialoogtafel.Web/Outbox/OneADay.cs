using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// <see cref="OneUnaskedMail"/> with the mails that there are. Nothing changes before <see cref="CarryOutAsync"/>.
/// </summary>
public sealed class OneADay(DialoogtafelDb db, InstallationOptions options)
{
    private readonly OneUnaskedMail rule = new(options.Quiet, options.Zone);

    /// <summary>Whether a reminder has to wait: something left today, or may still.</summary>
    public async Task<bool> IsTakenAsync(int person, DateTime now)
    {
        var today = rule.DayStart(now);
        return await db.Mails.AnyAsync(mail =>
            mail.PersonId == person
            && mail.IsUnasked
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
            && !(mail.GivesWay && mail.State == MailState.Queued)
        );
    }

    /// <summary>For the pump: from when a mail that left counts as one of today.</summary>
    public DateTime CountsFrom(DateTime now) => rule.DayStart(now);

    /// <inheritdoc cref="OneUnaskedMail.PutOff"/>
    public bool PutOff(OutgoingMail mail, DateTime now) => rule.PutOff(mail, now);

    /// <param name="people">To whom an invitation is sent, each one once.</param>
    /// <param name="leaves">When it would leave, UTC.</param>
    /// <param name="start">Of the table, UTC.</param>
    public async Task<TurnPlan> PlanAsync(
        IReadOnlyCollection<int> people,
        DateTime leaves,
        DateTime? start,
        DateTime now,
        CancellationToken stop
    )
    {
        var today = rule.DayStart(now);
        var mails = await db
            .Mails.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(mail =>
                mail.PersonId != null
                && people.Contains(mail.PersonId.Value)
                && mail.IsUnasked
                && (
                    (mail.State == MailState.Queued && !mail.GivesWay)
                    || mail.State == MailState.Sending
                    || (mail.State == MailState.Sent && mail.SentAt >= today)
                    || (mail.State == MailState.Uncertain && mail.QueuedAt >= today)
                )
            )
            .Select(mail => new UnaskedMail(
                mail.Id,
                mail.PersonId!.Value,
                mail.State,
                mail.State == MailState.Queued && mail.NextAt > now ? mail.NextAt : now,
                mail.KeepsQuiet
            ))
            .ToListAsync(stop);
        return rule.Plan(await WithRemindersAsync(mails, stop), leaves, start);
    }

    /// <summary>To be called in the transaction in which the invitations are queued.</summary>
    public async Task CarryOutAsync(TurnPlan plan, CancellationToken stop)
    {
        var again = plan.GiveWay.ToDictionary(item => item.Mail.Reminder!.Id, item => item.Again);
        if (again.Count == 0)
        {
            return;
        }

        var late = plan.GiveWay.Select(item => item.Mail.Id).ToList();
        foreach (var mail in await db.Mails.Where(mail => late.Contains(mail.Id)).ToListAsync(stop))
        {
            mail.Drop("Er gaat die dag al een uitnodiging: deze mail komt een dag later.");
        }

        foreach (var item in await db.Reminders.Where(item => again.Keys.Contains(item.Id)).ToListAsync(stop))
        {
            item.Again(again[item.Id]);
        }
    }

    /// <summary>With the reminder that each waiting mail is of.</summary>
    private async Task<List<UnaskedMail>> WithRemindersAsync(List<UnaskedMail> mails, CancellationToken stop)
    {
        List<Guid> waiting = [.. mails.Where(mail => mail.State == MailState.Queued).Select(mail => mail.Id)];
        if (waiting.Count == 0)
        {
            return mails;
        }

        var pairs = await (
            from mail in db.Mails.AsNoTracking().IgnoreAutoIncludes()
            where waiting.Contains(mail.Id)
            join reminder in db.Reminders.AsNoTracking() on mail.InvitationId equals reminder.InvitationId
            join invitation in db.Invitations on mail.InvitationId equals invitation.Id
            where reminder.QueuedAt != null
            select new
            {
                mail.Id,
                mail.Key,
                Reminder = reminder,
                Start = invitation.Gathering!.StartsAt,
            }
        ).ToListAsync(stop);
        var late = pairs.Where(item => item.Key == item.Reminder.MailKey).ToDictionary(item => item.Id);
        return
        [
            .. mails.Select(mail =>
                late.GetValueOrDefault(mail.Id) is { } own
                    ? mail with
                    {
                        Reminder = own.Reminder,
                        TableStart = own.Start,
                    }
                    : mail
            ),
        ];
    }
}
