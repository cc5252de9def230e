using Dialoogtafel.Web.Modules.Admin.MailLog;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.Admin.Sending;
using Dialoogtafel.Web.Modules.Admin.Status;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Admin;

/// <summary>The mail log, sending, jobs and the state of the site. What this module registers.</summary>
public static class AdminModule
{
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddScoped<SendingDesk>();
        services.AddScoped<PauseReader>();
        services.AddScoped<INextStepSource, PauseNextStep>();
        services.AddScoped<MailLogDesk>();
        services.AddScoped<INextStepSource, MailLogNextStep>();
        services.AddScoped<SiteHealth>();
        services.AddJob<RetentionJob>(
            "bewaartermijnen",
            "30 3 * * *",
            "What is past its date goes every night; one night later is what we promise at most."
        );
        services.AddHealthChecks().AddCheck<SiteHealth>("ready");
        return services;
    }
}
