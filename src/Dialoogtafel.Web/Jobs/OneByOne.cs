namespace Dialoogtafel.Web.Jobs;

/// <summary>
/// The items of one run of a job, each on its own: what goes wrong with one is logged by type and place (S67) and the
/// others have their turn. Then the run counts as failed, so that a job that keeps passing something over is named
/// where people look.
/// </summary>
public sealed partial class OneByOne(ILogger<OneByOne> log)
{
    private readonly List<Exception> faults = [];

    /// <param name="item">Leaves nothing half-written behind when it throws.</param>
    /// <returns>False when it went wrong.</returns>
    public async Task<bool> TryAsync(Func<Task> item, CancellationToken stop = default)
    {
        try
        {
            await item();
            return true;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            faults.Add(exception);
            LogPassedOver(log, FaultText.TypesOf(exception), FaultText.PlaceOf(exception));
            return false;
        }
    }

    /// <summary>To be called when all had their turn.</summary>
    /// <exception cref="AggregateException">Some went wrong.</exception>
    public void End()
    {
        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "One item of a job was passed over: {Types} {Place}")]
    private static partial void LogPassedOver(ILogger log, string types, string place);
}
