namespace Dialoogtafel.Web.Jobs;

/// <summary>
/// One recurring job. The due dates themselves are columns of ours; this only says how often somebody looks.
/// </summary>
/// <param name="Name">As it stands in the log and on the page of the jobs.</param>
/// <param name="Job">A class that implements <see cref="IJob"/>; made in a scope of its own for each run.</param>
/// <param name="Cron">When, as Hangfire reads it, in the installation's time zone; six fields begin with the
/// seconds.</param>
/// <param name="Reason">Why it exists and why this often, in one sentence.</param>
/// <param name="OnNudge">Also runs at once after <see cref="Nudge.Wake"/>.</param>
public sealed record ScheduleEntry(string Name, Type Job, string Cron, string Reason, bool OnNudge = false)
{
    public static ScheduleEntry Of<TJob>(string name, string cron, string reason, bool onNudge = false)
        where TJob : IJob => new(name, typeof(TJob), cron, reason, onNudge);
}

/// <summary>All recurring jobs, as the modules added them.</summary>
/// <param name="zone">The installation's time zone.</param>
public sealed class Schedule(TimeZoneInfo zone, IReadOnlyList<ScheduleEntry> entries)
{
    public TimeZoneInfo Zone => zone;

    public IReadOnlyList<ScheduleEntry> Entries => entries;
}
