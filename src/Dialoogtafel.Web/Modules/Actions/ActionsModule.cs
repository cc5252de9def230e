using Dialoogtafel.Web.Modules.Actions.Privacy;
using Dialoogtafel.Web.Modules.Actions.TeamPages;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Actions;

/// <summary>What was agreed at a table, and its follow-up until it is done. What this module registers.</summary>
public static class ActionsModule
{
    public static IServiceCollection AddActions(this IServiceCollection services)
    {
        services.AddScoped<ActionSummaries>();
        services.AddScoped<ActionCalls>();
        services.AddScoped<ActionPeople>();
        services.AddScoped<ActionReader>();
        services.AddScoped<INextStepSource, ActionNextStep>();
        services.AddScoped<ActionMails>();
        services.AddScoped<IMakesAnew>(provider => provider.GetRequiredService<ActionMails>());
        services.AddScoped<ActionDesk>();
        services.AddScoped<IDossierPart, DossierActions>();
        services.AddScoped<IForgets, ActionEraser>();
        services.AddScoped<IKeeps, ActionRetention>();
        services.AddJob<FollowUpJob>(
            "opvolging",
            "*/5 * * * *",
            "The owner of an action is asked on the morning of the day; a mail that failed is a call within minutes."
        );
        services.AddJob<ActionDigestJob>(
            "actie-overzicht",
            "*/15 * * * *",
            "A coordinator reads every Monday morning which actions wait for somebody."
        );
        return services;
    }
}
