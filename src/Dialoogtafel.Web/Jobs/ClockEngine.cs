using Hangfire;

namespace Dialoogtafel.Web.Jobs;

/// <summary>
/// Wakes the jobs of the <see cref="Schedule"/> with Hangfire's own server: each is a recurring job of the same name,
/// and a nudge enqueues one run. Its storage is memory, because every due date is ours; each job runs once at the
/// start, which catches up on whatever fell due meanwhile. Made here and not by AddHangfire, which keeps storage and
/// log in statics that the sites of one process would share.
/// </summary>
public sealed partial class ClockEngine(
    Schedule schedule,
    ScheduledWork work,
    JobStorage storage,
    Nudge nudge,
    TimeProvider time,
    ILogger<ClockEngine> log
) : BackgroundService
{
    /// <summary>The longest sleep between two looks at the clock: the wall clock may be set (F13).</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(2);

    private readonly BackgroundJobClient _client = new(storage);
    private readonly RecurringJobManager _plan = new(storage);

    /// <summary>A fault here must not end the site: it is told, and tried again (K-H7).</summary>
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await WakeAsync(stop);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                LogFault(log, FaultText.TypesOf(exception), FaultText.PlaceOf(exception));
                await Task.Delay(LongestSleep, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WakeAsync(CancellationToken stop)
    {
        Plan();
        using var server = new BackgroundJobServer(Options(), storage);
        var latest = time.GetUtcNow();
        var (seen, next) = (nudge.Count, schedule.Entries);
        while (!stop.IsCancellationRequested)
        {
            Enqueue(next);
            await nudge
                .After(seen)
                .WaitAsync(LongestSleep, time, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // Read once: a call between two looks would be lost.
            var count = nudge.Count;
            next = count == seen ? [] : [.. schedule.Entries.Where(entry => entry.OnNudge)];
            seen = count;
            if (time.GetUtcNow() is var now && now < latest)
            {
                Plan();
            }

            latest = now;
        }

        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }

    /// <summary>
    /// Anew, so that a clock that was set back does not hold up a job until the old hour comes again.
    /// </summary>
    private void Plan()
    {
        foreach (var (name, _, cron, _, _) in schedule.Entries)
        {
            _plan.RemoveIfExists(name);
            _plan.AddOrUpdate<ScheduledWork>(
                name,
                item => item.RunAsync(name, false, CancellationToken.None),
                cron,
                new RecurringJobOptions { TimeZone = schedule.Zone }
            );
        }
    }

    private void Enqueue(IEnumerable<ScheduleEntry> entries)
    {
        foreach (var name in entries.Select(entry => entry.Name).Where(work.Ask))
        {
            try
            {
                _client.Enqueue<ScheduledWork>(item => item.RunAsync(name, true, CancellationToken.None));
            }
            catch
            {
                // Else it would count as waiting for ever, and no run of this entry would begin any more.
                work.TakeBack(name);
                throw;
            }
        }
    }

    /// <summary>Two workers an entry: one that runs and one that waits for it.</summary>
    private BackgroundJobServerOptions Options() =>
        new()
        {
            WorkerCount = 2 * Math.Max(1, schedule.Entries.Count),
            SchedulePollingInterval = TimeSpan.FromSeconds(1),
            Activator = new OneWork(work),
            ShutdownTimeout = TimeSpan.FromMinutes(5),
        };

    private sealed class OneWork(ScheduledWork work) : JobActivator
    {
        public override object ActivateJob(Type jobType) => work;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The clock had a fault and begins anew: {Types} {Place}")]
    private static partial void LogFault(ILogger log, string types, string place);
}
