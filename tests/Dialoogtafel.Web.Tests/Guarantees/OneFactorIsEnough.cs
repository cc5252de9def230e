using Dialoogtafel.Web.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>Saboteur: a session that gave the mailed link alone counts as one that gave two factors.</summary>
public sealed class OneFactorIsEnough(TeamSession real, TimeProvider clock) : CookieAuthenticationEvents
{
    public static void Sabotage(IServiceCollection services)
    {
        services.AddSingleton<OneFactorIsEnough>();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie =>
            cookie.EventsType = typeof(OneFactorIsEnough)
        );
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        await real.ValidatePrincipal(context);
        if (Actor.Of(context.HttpContext) is { } actor)
        {
            (actor with { TwiceAt = clock.GetUtcNow().UtcDateTime }).PutIn(context.HttpContext);
        }
    }
}
