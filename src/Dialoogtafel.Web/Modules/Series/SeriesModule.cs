using Dialoogtafel.Web.Modules.Series.AllSeries;
using Dialoogtafel.Web.Modules.Series.Parties;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Series;

/// <summary>Projects, life domains, series and their parties. What this module registers.</summary>
public static class SeriesModule
{
    public static IServiceCollection AddSeries(this IServiceCollection services)
    {
        services.AddScoped<SeriesList>();
        services.AddScoped<INextStepSource, SeriesNextStep>();
        services.AddScoped<PartyPlan>();
        services.AddScoped<SeatLock>();
        return services;
    }
}
