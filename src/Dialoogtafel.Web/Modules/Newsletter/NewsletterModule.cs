using Dialoogtafel.Web.Modules.Newsletter.MyNewsletter;
using Dialoogtafel.Web.Modules.Newsletter.Privacy;
using Dialoogtafel.Web.Modules.Newsletter.Subscribe;
using Dialoogtafel.Web.Modules.Newsletter.Writing;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Outbox;

namespace Dialoogtafel.Web.Modules.Newsletter;

/// <summary>Writing and sending news, and who gets it. What this module registers.</summary>
public static class NewsletterModule
{
    public static IServiceCollection AddNewsletter(this IServiceCollection services)
    {
        services.AddScoped<Subscriptions>();
        services.AddScoped<RemovalDesk>();
        services.AddScoped<NewsletterReader>();
        services.AddScoped<KeepInformedDesk>();
        services.AddScoped<INewsletterBlockSource, FinishedActions>();
        services.AddScoped<INewsletterBlockSource, SuccessNotes>();
        services.AddScoped<NewsletterMails>();
        services.AddScoped<IMakesAnew>(provider => provider.GetRequiredService<NewsletterMails>());
        services.AddScoped<IDossierPart, DossierNews>();
        services.AddScoped<IForgets, SubscriptionEraser>();
        services.AddScoped<IKeeps, RequestRetention>();
        services.AddJob<NewsletterJob>(
            "nieuwsbrief",
            "*/20 * * * * *",
            "A newsletter goes to the outbox within half a minute of its moment; what a stop left undone goes on."
        );
        return services;
    }
}
