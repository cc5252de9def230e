using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// Everything that pages need: controllers, views beside them, words, and forms that carry their token.
/// </summary>
public static class PageServices
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Texts>();
        services.AddScoped(NavigationOf);
        services.AddScoped(FactsOf);
        services.AddSingleton<SendTimeQuestion>();
        services.AddScoped<SendingRound>();
        services.AddHealthChecks();
        services.AddAntiforgery(options => options.Cookie.Name = "formulier");
        services.AddControllersWithViews(options =>
        {
            options.Filters.AddService<RightsFilter>();
            options.Filters.AddService<FormGuard>();
            TrustTheAddressFirst(options.ValueProviderFactories);
            // Required is said in words, by an attribute with a message; a type never asks for it silently.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            SpeakDutch(options.ModelBindingMessageProvider);
        });
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationExpanders.Add(new ViewsBesideTheirController());
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Pages/{0}.cshtml");
        });
        return services;
    }

    /// <summary>The left navigation: at most seven entries, those that this person may open.</summary>
    private static TeamNavigation NavigationOf(IServiceProvider services)
    {
        var actor = services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Actor.Of(http) : null;
        return actor is null
            ? new TeamNavigation([], null)
            : new TeamNavigation([.. TeamMenu.For(actor)], actor.Person.FirstName);
    }

    private static InstallationFacts FactsOf(IServiceProvider services)
    {
        var row = services
            .GetRequiredService<DialoogtafelDb>()
            .Installation.Select(item => new { item.OrganisationName, item.Phone })
            .Single();
        return new InstallationFacts(NullIfEmpty(row.OrganisationName), NullIfEmpty(row.Phone), null);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>
    /// Sets the culture of the request. Belongs after routing, so that team pages are known to be Dutch.
    /// </summary>
    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                Language.Speak(http);
                return next(http);
            }
        );

    /// <summary>
    /// The right at an action judges the {id} of the address. By default a field "id" of a posted form would win when
    /// the action reads it, and somebody could change a thing of another project under an address of their own (S13).
    /// </summary>
    private static void TrustTheAddressFirst(IList<IValueProviderFactory> factories)
    {
        var address = factories.OfType<RouteValueProviderFactory>().Single();
        factories.Remove(address);
        factories.Insert(0, address);
    }

    private static void SpeakDutch(DefaultModelBindingMessageProvider say)
    {
        say.SetValueMustNotBeNullAccessor(_ => "Dit is nog leeg.");
        say.SetMissingBindRequiredValueAccessor(_ => "Dit is nog leeg.");
        say.SetMissingKeyOrValueAccessor(() => "Dit is nog leeg.");
        say.SetMissingRequestBodyRequiredValueAccessor(() => "Dit is nog leeg.");
        say.SetAttemptedValueIsInvalidAccessor((_, _) => "Dit kunnen wij niet lezen. Schrijf het anders.");
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Dit kunnen wij niet lezen. Schrijf het anders.");
        say.SetUnknownValueIsInvalidAccessor(_ => "Dit kunnen wij niet lezen. Schrijf het anders.");
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Dit kunnen wij niet lezen. Schrijf het anders.");
        say.SetValueIsInvalidAccessor(_ => "Dit kunnen wij niet lezen. Schrijf het anders.");
        say.SetValueMustBeANumberAccessor(_ => "Vul hier een getal in.");
        say.SetNonPropertyValueMustBeANumberAccessor(() => "Vul hier een getal in.");
    }
}
