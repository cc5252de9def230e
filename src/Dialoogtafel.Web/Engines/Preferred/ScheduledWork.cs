using System.Collections.Concurrent;
using Dialoogtafel.Web.Clock;
using Hangfire;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// What Hangfire runs: one entry of the <see cref="Schedule"/> by its name. No entry overlaps itself, and whoever comes while another is
/// already waiting goes: that one sees everything.
/// </summary>
public sealed class ScheduledWork(Schedule schedule, JobRunner runner)
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new();

    /// <summary>True when a further run is to be enqueued; false when one waits already.</summary>
    internal bool Ask(string name) => Interlocked.Exchange(ref TurnOf(name).Waiting, 1) == 0;

    /// <param name="asked">The run was enqueued after <see cref="Ask"/>; else it comes from the schedule.</param>
    [AutomaticRetry(Attempts = 0)]
    [JobDisplayName("{0}")]
    public async Task RunAsync(string name, bool asked, CancellationToken stop)
    {
        if (!asked && !Ask(name))
            return;
        var turn = TurnOf(name);
        await turn.Gate.WaitAsync(stop);
        try
        {
            Volatile.Write(ref turn.Waiting, 0);
            await runner.RunAsync(schedule.Entries.Single(entry => entry.Name == name).Job, name, stop);
        }
        finally
        {
            turn.Gate.Release();
        }
    }

    private Turn TurnOf(string name) => _turns.GetOrAdd(name, _ => new Turn());

    private sealed class Turn
    {
        public readonly SemaphoreSlim Gate = new(1, 1);
        public int Waiting;
    }
}
