using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dialoogtafel.Web.Modules.Admin.Status;

/// <summary>
/// Whether the site can do its work: the database answers, mail does not pile up, the clock did not jump back, and no
/// job keeps failing. Says numbers, names of jobs and kinds of exceptions, never anybody's name; shown on the status
/// page and behind /healthz/ready.
/// </summary>
public sealed class SiteHealth(DialoogtafelDb db, JobRunner jobs, InstallationOptions options, TimeProvider clock)
    : IHealthCheck
{
    /// <summary>Mail that waits longer than this needs a person (F5).</summary>
    public static readonly TimeSpan MailMayWait = TimeSpan.FromHours(4);

    /// <summary>Clocks of servers are set a little now and then (F13).</summary>
    public static readonly TimeSpan ClockMayLag = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken stop = default)
    {
        if (await OldestUnsentAsync(stop) > MailMayWait)
        {
            return HealthCheckResult.Unhealthy("mail waits too long");
        }

        if (await ClockLagAsync(stop) > ClockMayLag)
        {
            return HealthCheckResult.Unhealthy("the clock went back");
        }

        // Degraded and no more: pages work, and one bad item must not take them away from everybody behind a load
        // balancer.
        return FailingJobs() is { Count: > 0 } failing
            ? HealthCheckResult.Degraded(
                string.Join(", ", failing.Select(job => $"job {job.Name} keeps failing ({job.Run.Fault})"))
            )
            : HealthCheckResult.Healthy();
    }

    /// <summary>Jobs that went wrong several times in a row, also when they only passed something over.</summary>
    public IReadOnlyList<(string Name, JobRun Run)> FailingJobs() => jobs.Failing();

    /// <summary>
    /// How long the oldest unsent mail waits; null when none does. A mail whose moment is still to come does not wait.
    /// </summary>
    public async Task<TimeSpan?> OldestUnsentAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var queued = db.Mails.Where(mail => mail.State == MailState.Queued);
        var untried = await queued
            .Where(mail => mail.Attempts == 0 && mail.NextAt <= now)
            .MinAsync(mail => (DateTime?)mail.NextAt, stop);
        // After a failed try NextAt has moved on; such a mail waits since it was written.
        var tried = await queued.Where(mail => mail.Attempts > 0).MinAsync(mail => (DateTime?)mail.QueuedAt, stop);
        var oldest = untried is null || tried < untried ? tried : untried;
        return now - oldest;
    }

    /// <summary>
    /// How far the clock stands behind the last moment that was written down; zero or less when all is well.
    /// </summary>
    public async Task<TimeSpan> ClockLagAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var mail = await db.Mails.MaxAsync(item => (DateTime?)item.QueuedAt, stop) ?? now;
        var answer = await db.InvitationEvents.MaxAsync(item => (DateTime?)item.At, stop) ?? now;
        // The links of the demo work for years.
        var signIn = options.Demo
            ? now
            : await db.SignInRequests.MaxAsync(item => (DateTime?)item.ExpiresAt, stop) - SignInRequest.Lifetime ?? now;
        return new[] { mail, answer, signIn }.Max() - now;
    }
}
