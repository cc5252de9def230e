using Dialoogtafel.Domain.Post;
using Dialoogtafel.Web.Clock;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Mail;

/// <summary>Empties the bytes of mails and drops log lines after their retention, and finds mails whose sender died on the way.</summary>
public sealed class MailUpkeep(DialoogtafelDb db, InstallationOptions options, TimeProvider clock) : IJob
{
    private const string Died = "Het programma stopte terwijl deze mail onderweg was: misschien is hij aangekomen, misschien niet.";

    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await UncertainAsync(db.Mails.Where(mail => mail.State == MailState.Sending && mail.LeaseUntil < now), stop);
        await ForgetAsync(now, stop);
    }

    /// <summary>At start no other process sends from this database: whatever is under way was left by one that died (trust.md decision 1).</summary>
    public Task AfterCrashAsync(CancellationToken stop) => UncertainAsync(db.Mails.Where(mail => mail.State == MailState.Sending), stop);

    private static Task UncertainAsync(IQueryable<OutgoingMail> mails, CancellationToken stop) => mails.ExecuteUpdateAsync(
        set => set.SetProperty(mail => mail.State, MailState.Uncertain).SetProperty(mail => mail.Reply, Died).SetProperty(mail => mail.LeaseUntil, (DateTime?)null), stop);

    private async Task ForgetAsync(DateTime now, CancellationToken stop)
    {
        var bytesUntil = now.AddDays(-options.MailBytesDays);
        await db.MailContents.Where(content => db.Mails.Any(mail => mail.Id == content.MailId && mail.SentAt < bytesUntil)).ExecuteDeleteAsync(stop);
        var rowsUntil = now.AddMonths(-options.MailLogMonths);
        await db.Mails.Where(mail => mail.QueuedAt < rowsUntil && mail.State != MailState.Queued).ExecuteDeleteAsync(stop);
        await db.SignInRequests.Where(request => request.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(stop);
    }
}
