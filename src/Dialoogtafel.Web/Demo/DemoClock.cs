namespace Dialoogtafel.Web.Demo;

/// <summary>
/// Lets the demo's story happen on its own days: everything composed while it is told carries the moment of the story.
/// </summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public DateTime Utc => Now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => Now;
}
