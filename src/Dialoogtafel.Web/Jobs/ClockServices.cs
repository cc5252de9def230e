using Hangfire;
using Hangfire.InMemory;

namespace Dialoogtafel.Web.Jobs;

public static class ClockServices
{
    private static readonly TimeSpan RunsAreKept = TimeSpan.FromHours(1);

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
