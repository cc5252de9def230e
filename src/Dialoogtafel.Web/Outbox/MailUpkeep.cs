using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// Every hour: empties the bytes of mails and drops log lines after their retention, finds mails whose sender died on
/// the way, and asks each subject that keeps something until a moment within the day (<see cref="IKeeps"/>) to drop it.
/// </summary>
public sealed class MailUpkeep(
    DialoogtafelDb db,
    IEnumerable<IKeeps> subjects,
    OneByOne items,
    InstallationOptions options,
    TimeProvider clock
) : IJob
{
    private const string Died =
        "Het programma stopte terwijl deze mail onderweg was: misschien is hij aangekomen, misschien niet.";

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await UncertainAsync(
            db.Mails.Where(mail => mail.State == MailState.Sending && mail.LeaseUntil < now),
            now,
            stop
        );
        await ForgetAsync(now, stop);
        foreach (var subject in subjects.Where(item => item.EveryHour))
        {
            await items.TryAsync(() => subject.DropAsync(now, stop), stop);
            db.ChangeTracker.Clear();
        }

        items.End();
    }

    /// <summary>
    /// At start no other process sends from this database: whatever is under way was left by one that died (D-01).
    /// </summary>
    public Task AfterCrashAsync(CancellationToken stop) =>
        UncertainAsync(db.Mails.Where(mail => mail.State == MailState.Sending), clock.GetUtcNow().UtcDateTime, stop);

    private async Task UncertainAsync(IQueryable<OutgoingMail> mails, DateTime now, CancellationToken stop)
    {
        await using var write = await db.BeginWriteAsync(stop);
        (await mails.ToListAsync(stop)).ForEach(mail => mail.BecameUncertain(Died, now));
        await write.SaveAsync(stop);
        db.ChangeTracker.Clear();
    }

    private async Task ForgetAsync(DateTime now, CancellationToken stop)
    {
        var bytesUntil = now.AddDays(-options.MailBytesDays);
        await db
            .MailContents.Where(content => db.Mails.Any(mail => mail.Id == content.MailId && mail.SentAt < bytesUntil))
            .ExecuteDeleteAsync(stop);
        var rowsUntil = now.AddMonths(-options.MailLogMonths);
        await db
            .Mails.Where(mail => mail.QueuedAt < rowsUntil && mail.State != MailState.Queued)
            .ExecuteDeleteAsync(stop);
    }
}
