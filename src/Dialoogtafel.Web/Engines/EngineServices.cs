using Dialoogtafel.Web.Clock;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dialoogtafel.Web.Engines;

public static class EngineServices
{
    private static readonly TimeSpan RunsAreKept = TimeSpan.FromHours(1);

    /// <summary>
    /// Registers composing, calendar and clock. The caller registers <see cref="Schedule"/>; <see cref="SmtpTransport"/> is made from
    /// settings.
    /// </summary>
    public static IServiceCollection AddEngines(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Nudge>();
        services.TryAddSingleton<JobRunner>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<CalendarWriter>();
        services.AddSingleton<JobStorage>(_ => new OurTimeStorage(new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = RunsAreKept })));
        services.AddSingleton<ScheduledWork>();
        services.AddSingleton<JobsBoard>();
        services.AddHostedService<ClockEngine>();
        return services;
    }
}
