using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Clock;
using Microsoft.Extensions.Hosting;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// Wakes the jobs of the <see cref="Schedule"/>, each in a loop of its own, so that a long run delays no other job and no job overlaps
/// itself. It remembers nothing: every job runs once at the start, which catches up on whatever fell due while the process was down.
/// </summary>
public sealed class ClockEngine(Schedule schedule, JobRunner runner, Nudge nudge, TimeProvider time) : BackgroundService
{
    /// <summary>The longest sleep between two looks at the clock: the wall clock may be set, and a timer does not notice (F13).</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(schedule.Entries.Select(entry => FollowAsync(entry, stop)));

    private async Task FollowAsync(ScheduleEntry entry, CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            var nudgesSeen = nudge.Count;
            var began = time.GetUtcNow();
            await runner.RunAsync(entry.Job, entry.Name, stop);

            var ended = time.GetTimestamp();
            while (!stop.IsCancellationRequested && Remaining(entry.Rule, began, ended) is var left && left > TimeSpan.Zero)
            {
                if (entry.OnNudge && nudge.Count > nudgesSeen)
                    break;
                var sleep = left < LongestSleep ? left : LongestSleep;
                var wait = entry.OnNudge ? nudge.After(nudgesSeen).WaitAsync(sleep, time, stop) : Task.Delay(sleep, time, stop);
                await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>
    /// A pause is measured on the monotonic clock, so that setting the wall clock back does not stretch it; a time of day on the wall
    /// clock.
    /// </summary>
    private TimeSpan Remaining(ScheduleRule rule, DateTimeOffset began, long ended) => rule switch
    {
        ScheduleRule.Every every => every.Pause - time.GetElapsedTime(ended),
        ScheduleRule.Daily daily => LocalSchedule.NextDaily(began, daily.At, schedule.Zone) - time.GetUtcNow(),
        _ => throw new InvalidOperationException("A rule without an engine: " + rule.GetType().Name),
    };
}
