namespace Dialoogtafel.Web.Jobs;

/// <summary>
/// Work that our own due dates ask for. May run twice, stop half-way, or run on several nodes at once without harm.
/// </summary>
public interface IJob
{
    Task RunAsync(CancellationToken stop);
}
