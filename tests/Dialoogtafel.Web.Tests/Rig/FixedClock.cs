using Microsoft.Extensions.Time.Testing;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// A clock that stands still until a test moves it; timers and waits of this provider go with it. What is measured with
/// it (GetElapsedTime) stays real: the page of the test mail looks again for some real seconds, and would look for
/// ever.
/// </summary>
public sealed class FixedClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    /// <summary>Monday 2 November 2026, 10.00 in Amsterdam: where most tests begin.</summary>
    public static new readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public FixedClock()
        : this(Start) { }

    public DateTime Utc => GetUtcNow().UtcDateTime;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp();

    public void Move(TimeSpan by) => Set(GetUtcNow() + by);

    /// <summary>Forward as time goes; back as somebody sets a clock, which wakes no timer.</summary>
    public void Set(DateTimeOffset to)
    {
        if (to < GetUtcNow())
        {
            AdjustTime(to);
        }
        else
        {
            SetUtcNow(to);
        }
    }
}
