namespace Dialoogtafel.Web.Clock;

/// <summary>
/// Runs one job once, in a dependency scope of its own. An exception of the job ends here: it is logged by type and place, never with its
/// message, because a message may quote personal data (S67). Tests with a fixed clock call it directly.
/// </summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, ILogger<JobRunner> log)
{
    public Task<bool> RunAsync<TJob>(CancellationToken stop) where TJob : IJob => RunAsync(typeof(TJob), typeof(TJob).Name, stop);

    /// <returns>True when the job came to its end; false when it threw or was stopped.</returns>
    public async Task<bool> RunAsync(Type job, string name, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IJob)ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, job)).RunAsync(stop);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            LogFailed(log, name, FaultText.TypesOf(exception), FaultText.PlaceOf(exception));
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Name} failed: {Types} {Place}")]
    private static partial void LogFailed(ILogger log, string name, string types, string place);
}
