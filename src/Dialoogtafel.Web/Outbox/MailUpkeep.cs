using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Newsletter.Mails;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// Empties the bytes of mails and drops log lines after their retention, and finds mails whose sender died on the way.
/// </summary>
public sealed class MailUpkeep(DialoogtafelDb db, InstallationOptions options, TimeProvider clock) : IJob
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
        await ForgetRequestsAsync(now - SubscriptionRequest.Lifetime, stop);
        await db.SignInRequests.Where(request => request.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(stop);
    }

    /// <summary>
    /// Nobody said yes, or they said it long ago: the request goes, and with it what the log kept of an address that is
    /// nobody's.
    /// </summary>
    private async Task ForgetRequestsAsync(DateTime before, CancellationToken stop)
    {
        if (!await db.SubscriptionRequests.AnyAsync(request => request.AskedAt <= before, stop))
        {
            return;
        }

        await using var write = await db.BeginWriteAsync(stop);
        await db
            .Mails.Where(mail =>
                mail.Kind == AskNewsMail.Name
                && db.SubscriptionRequests.Any(request =>
                    request.AskedAt <= before && mail.Key == AskNewsMail.Name + ":" + request.TokenHash
                )
            )
            .ExecuteDeleteAsync(stop);
        await db.SubscriptionRequests.Where(request => request.AskedAt <= before).ExecuteDeleteAsync(stop);
        await write.SaveAsync(stop);
    }
}
