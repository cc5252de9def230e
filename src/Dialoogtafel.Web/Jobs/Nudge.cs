namespace Dialoogtafel.Web.Jobs;

/// <summary>
/// Wakes the jobs that asked for it (<see cref="ScheduleEntry.OnNudge"/>) right after a commit, within this process. It
/// only saves waiting: what it would lose, the schedule finds. Many calls during one run cause one further run.
/// </summary>
public sealed class Nudge
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = New();
    private long _count;

    /// <summary>How often <see cref="Wake"/> was called.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Wake()
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            Interlocked.Increment(ref _count);
            (waiting, _next) = (_next, New());
        }
        waiting.SetResult();
    }

    /// <summary>
    /// Completes when <see cref="Count"/> is above <paramref name="seen"/>; at once when it already is, so that no call
    /// is missed.
    /// </summary>
    public Task After(long seen)
    {
        lock (_gate)
            return _count > seen ? Task.CompletedTask : _next.Task;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
