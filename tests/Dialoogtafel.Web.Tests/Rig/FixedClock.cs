namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Monday 2 November 2026, 10.00 in Amsterdam: where most tests begin.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private DateTimeOffset now = now;

    public FixedClock() : this(Start)
    {
    }

    public DateTime Utc => now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;

    public void Set(DateTimeOffset to) => now = to;
}
