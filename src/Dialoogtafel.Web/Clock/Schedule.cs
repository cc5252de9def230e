using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Web.Clock;

/// <summary>
/// When a recurring job is woken. The due dates themselves are columns of ours; a rule only says how often somebody looks.
/// </summary>
public abstract record ScheduleRule
{
    private ScheduleRule() { }

    /// <summary>Again and again, <paramref name="Pause"/> after the end of the last run.</summary>
    public sealed record Every(TimeSpan Pause) : ScheduleRule;

    /// <summary>
    /// Once a day at a time of day in the installation's time zone, also in the nights when the clock is moved (<see
    /// cref="LocalSchedule"/>).
    /// </summary>
    public sealed record Daily(TimeOnly At) : ScheduleRule;
}

/// <summary>One recurring job.</summary>
/// <param name="Name">As it stands in the log.</param>
/// <param name="Job">A class that implements <see cref="IJob"/>; made in a scope of its own for each run.</param>
/// <param name="Rule">How often.</param>
/// <param name="Reason">Why it exists and why this often, in one sentence.</param>
/// <param name="OnNudge">Also runs at once after <see cref="Nudge.Wake"/>.</param>
public sealed record ScheduleEntry(string Name, Type Job, ScheduleRule Rule, string Reason, bool OnNudge = false)
{
    public static ScheduleEntry Every<TJob>(string name, TimeSpan pause, string reason, bool onNudge = false) where TJob : IJob =>
        new(name, typeof(TJob), new ScheduleRule.Every(pause), reason, onNudge);

    public static ScheduleEntry Daily<TJob>(string name, TimeOnly at, string reason) where TJob : IJob =>
        new(name, typeof(TJob), new ScheduleRule.Daily(at), reason);
}

/// <summary>THE one list of recurring jobs. Program fills it, so that the clock needs to know no feature.</summary>
/// <param name="zone">The installation's time zone, for daily rules.</param>
public sealed class Schedule(TimeZoneInfo zone, IReadOnlyList<ScheduleEntry> entries)
{
    public TimeZoneInfo Zone => zone;

    public IReadOnlyList<ScheduleEntry> Entries => entries;
}
