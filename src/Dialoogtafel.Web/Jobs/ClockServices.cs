using Hangfire;
using Hangfire.InMemory;

namespace Dialoogtafel.Web.Jobs;

public static class ClockServices
{
    private static readonly TimeSpan RunsAreKept = TimeSpan.FromHours(1);

    /// <summary>One recurring job; each module adds its own.</summary>
    /// <inheritdoc cref="ScheduleEntry"/>
    public static IServiceCollection AddJob<TJob>(
        this IServiceCollection services,
        string name,
        string cron,
        string reason,
        bool onNudge = false
    )
        where TJob : IJob => services.AddSingleton(ScheduleEntry.Of<TJob>(name, cron, reason, onNudge));

    /// <summary>What wakes the jobs. The caller registers the <see cref="Schedule"/> and a TimeProvider.</summary>
    public static IServiceCollection AddClockEngine(this IServiceCollection services)
    {
        services.AddSingleton<Nudge>();
        services.AddSingleton<JobRunner>();
        services.AddScoped<OneByOne>();
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage(
            new InMemoryStorageOptions { MaxExpirationTime = RunsAreKept }
        ));
        services.AddSingleton<ScheduledWork>();
        services.AddSingleton<JobsBoard>();
        services.AddHostedService<ClockEngine>();
        return services;
    }
}
