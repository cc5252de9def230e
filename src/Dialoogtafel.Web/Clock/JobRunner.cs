using System.Collections.Concurrent;

namespace Dialoogtafel.Web.Clock;

/// <summary>The last run of a job in this process.</summary>
/// <param name="Ended">Null while it runs, and when it was stopped half-way.</param>
/// <param name="Failed">When it last went wrong; also shown after later runs that went well.</param>
/// <param name="Fault">What went wrong then, by type (<see cref="FaultText"/>).</param>
public sealed record JobRun(DateTimeOffset Began, DateTimeOffset? Ended = null, DateTimeOffset? Failed = null, string? Fault = null);

/// <summary>
/// Runs one job once, in a dependency scope of its own. An exception of the job ends here: it is logged by type and place, never with its
/// message, because a message may quote personal data (S67). Tests with a fixed clock call it directly.
/// </summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> log)
{
    private readonly ConcurrentDictionary<string, JobRun> _runs = new();

    /// <summary>Null when it has not run since the start. Kept in memory: due dates are columns of ours, this is only to look at.</summary>
    public JobRun? LastOf(string name) => _runs.GetValueOrDefault(name);

    public Task<bool> RunAsync<TJob>(CancellationToken stop) where TJob : IJob => RunAsync(typeof(TJob), typeof(TJob).Name, stop);

    /// <returns>True when the job came to its end; false when it threw or was stopped.</returns>
    public async Task<bool> RunAsync(Type job, string name, CancellationToken stop)
    {
        var run = _runs[name] = new JobRun(time.GetUtcNow(), null, LastOf(name)?.Failed, LastOf(name)?.Fault);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IJob)ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, job)).RunAsync(stop);
            _runs[name] = run with { Ended = time.GetUtcNow() };
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            var now = time.GetUtcNow();
            _runs[name] = run with { Ended = now, Failed = now, Fault = FaultText.TypesOf(exception) };
            LogFailed(log, name, FaultText.TypesOf(exception), FaultText.PlaceOf(exception));
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Name} failed: {Types} {Place}")]
    private static partial void LogFailed(ILogger log, string name, string types, string place);
}
