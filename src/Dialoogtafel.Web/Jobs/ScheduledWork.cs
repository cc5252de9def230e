using System.Collections.Concurrent;
using Hangfire;

namespace Dialoogtafel.Web.Jobs;

/// <summary>
/// What Hangfire runs: one entry of the <see cref="Schedule"/> by its name. No entry overlaps itself, and whoever comes
/// while another is already waiting goes: that one sees everything.
/// </summary>
public sealed class ScheduledWork(Schedule schedule, JobRunner runner)
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new();

    /// <summary>True when a further run is to be enqueued; false when one waits already.</summary>
    internal bool Ask(string name) => Interlocked.Exchange(ref TurnOf(name).Waiting, 1) == 0;

    /// <summary>What was asked could not be enqueued after all.</summary>
    internal void TakeBack(string name) => Volatile.Write(ref TurnOf(name).Waiting, 0);

    /// <param name="asked">The run was enqueued after <see cref="Ask"/>; else it comes from the schedule.</param>
    /// <exception cref="JobFailedException">It went wrong; the log has said so.</exception>
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
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
            if (
                !await runner.RunAsync(schedule.Entries.Single(entry => entry.Name == name).Job, name, stop)
                && !stop.IsCancellationRequested
            )
                throw new JobFailedException(runner.LastOf(name)?.Fault);
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

/// <summary>
/// For Hangfire's own page: that a run failed, and the kinds of exceptions, whose words may quote personal data (S67).
/// Deleted jobs go by themselves, failed ones never.
/// </summary>
internal sealed class JobFailedException(string? kinds) : Exception(kinds);
