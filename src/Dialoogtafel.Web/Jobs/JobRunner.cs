using System.Collections.Concurrent;

namespace Dialoogtafel.Web.Jobs;

/// <summary>The last run of a job in this process.</summary>
/// <param name="Ended">Null while it runs, and when it was stopped half-way.</param>
/// <param name="Failed">When it last went wrong; also shown after later runs that went well.</param>
/// <param name="Fault">What went wrong then, by type (<see cref="FaultText"/>).</param>
public sealed record JobRun(
    DateTimeOffset Began,
    DateTimeOffset? Ended = null,
    DateTimeOffset? Failed = null,
    string? Fault = null
)
{
    /// <summary>How many runs in a row went wrong until now; one that goes well makes it zero.</summary>
    public int FailuresInARow { get; init; }

    /// <summary>When the first of these went wrong; null when the last run went well.</summary>
    public DateTimeOffset? FailsSince { get; init; }
}

/// <summary>
/// Runs one job once, in a dependency scope of its own. An exception of the job ends here: it is logged by type and
/// place, never with its message, because a message may quote personal data (S67). Tests with a fixed clock call it
/// directly.
/// </summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> log)
{
    private readonly ConcurrentDictionary<string, JobRun> _runs = new();

    /// <summary>This many failures in a row are no accident: somebody has to look.</summary>
    public const int KeepsFailing = 3;

    /// <summary>
    /// Null when it has not run since the start. Kept in memory: due dates are columns of ours, this is only to look
    /// at.
    /// </summary>
    public JobRun? LastOf(string name) => _runs.GetValueOrDefault(name);

    /// <summary>
    /// Jobs that go wrong again and again. In memory too: after a restart every job runs at once, so what is still
    /// wrong shows again by itself, and what the restart mended does not.
    /// </summary>
    public IReadOnlyList<(string Name, JobRun Run)> Failing() =>
        [
            .. _runs
                .Where(item => item.Value.FailuresInARow >= KeepsFailing)
                .Select(item => (item.Key, item.Value))
                .OrderBy(item => item.Key, StringComparer.Ordinal),
        ];

    public Task<bool> RunAsync<TJob>(CancellationToken stop)
        where TJob : IJob => RunAsync(typeof(TJob), typeof(TJob).Name, stop);

    /// <returns>True when the job came to its end; false when it threw or was stopped.</returns>
    public async Task<bool> RunAsync(Type job, string name, CancellationToken stop)
    {
        var last = LastOf(name);
        var run = _runs[name] = new JobRun(time.GetUtcNow(), null, last?.Failed, last?.Fault)
        {
            FailuresInARow = last?.FailuresInARow ?? 0,
            FailsSince = last?.FailsSince,
        };
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IJob)ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, job)).RunAsync(stop);
            _runs[name] = run with { Ended = time.GetUtcNow(), FailuresInARow = 0, FailsSince = null };
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            var now = time.GetUtcNow();
            _runs[name] = run with
            {
                Ended = now,
                Failed = now,
                Fault = FaultText.TypesOf(exception),
                FailuresInARow = run.FailuresInARow + 1,
                FailsSince = run.FailsSince ?? now,
            };
            LogFailed(log, name, FaultText.TypesOf(exception), FaultText.PlaceOf(exception));
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Name} failed: {Types} {Place}")]
    private static partial void LogFailed(ILogger log, string name, string types, string place);
}
