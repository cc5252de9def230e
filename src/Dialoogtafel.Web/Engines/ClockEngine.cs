using Dialoogtafel.Web.Clock;
using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// Wakes the jobs of the <see cref="Schedule"/> with Hangfire: each is a recurring job of the same name, and a nudge enqueues one run. Its
/// storage is memory, because every due date is ours; each job runs once at the start, which catches up on whatever fell due meanwhile.
/// </summary>
public sealed class ClockEngine(Schedule schedule, ScheduledWork work, JobStorage storage, Nudge nudge, TimeProvider time) : BackgroundService
{
    /// <summary>The longest sleep between two looks at the clock: the wall clock may be set (F13).</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(1);
    private readonly BackgroundJobClient _client = new(storage);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Task.Yield();
        Plan();
        using var server = new BackgroundProcessingServer(storage, Processes());
        var seen = nudge.Count;
        var latest = time.GetUtcNow();
        Enqueue(schedule.Entries);
        while (!stop.IsCancellationRequested)
        {
            await nudge.After(seen).WaitAsync(LongestSleep, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (nudge.Count is var count && count > seen)
            {
                seen = count;
                Enqueue(schedule.Entries.Where(entry => entry.OnNudge));
            }
            if (time.GetUtcNow() is var now && now < latest)
                Plan();
            latest = now;
        }
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }

    /// <summary>Anew, so that a clock that was set back does not hold up a job until the old hour comes again.</summary>
    private void Plan()
    {
        var plan = new RecurringJobManager(storage, JobFilterProviders.Providers, new DefaultTimeZoneResolver(), Now);
        foreach (var entry in schedule.Entries)
        {
            var name = entry.Name;
            plan.RemoveIfExists(name);
            plan.AddOrUpdate(name, Job.FromExpression<ScheduledWork>(item => item.RunAsync(name, false, CancellationToken.None)), CronText.Of(entry.Rule),
                new RecurringJobOptions { TimeZone = schedule.Zone });
        }
    }

    private void Enqueue(IEnumerable<ScheduleEntry> entries)
    {
        foreach (var name in entries.Select(entry => entry.Name).Where(work.Ask))
            _client.Enqueue<ScheduledWork>(item => item.RunAsync(name, true, CancellationToken.None));
    }

    /// <summary>Two workers an entry: one that runs and one that waits for it.</summary>
    private IEnumerable<IBackgroundProcess> Processes() =>
    [
        new RecurringJobScheduler(new BackgroundJobFactory(), PollingInterval, new DefaultTimeZoneResolver(), Now),
        .. Enumerable.Range(0, 2 * Math.Max(1, schedule.Entries.Count)).Select(_ =>
            new Worker([EnqueuedState.DefaultQueue], new BackgroundJobPerformer(JobFilterProviders.Providers, new Activator(work)), new BackgroundJobStateChanger())),
    ];

    private DateTime Now() => time.GetUtcNow().UtcDateTime;

    private sealed class Activator(ScheduledWork work) : JobActivator
    {
        public override object ActivateJob(Type jobType) => work;
    }
}
