using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>The page of whom to call. What this module registers.</summary>
public static class CallListModule
{
    public static IServiceCollection AddCallList(this IServiceCollection services)
    {
        services.AddScoped<CallDesk>();
        services.AddScoped<CallPageReader>();
        services.AddScoped<INextStepSource, CallNextStep>();
        return services;
    }
}
