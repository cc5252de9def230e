using System.Collections.Concurrent;
using System.Security.Claims;
using Dialoogtafel.Web.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Team;

/// <summary>Saboteur: who was let in once is not held against the database again.</summary>
public sealed class SeenOnce(TeamSession real) : CookieAuthenticationEvents
{
    private readonly ConcurrentDictionary<string, Actor> seen = [];

    public static void Sabotage(IServiceCollection services)
    {
        services.AddSingleton<SeenOnce>();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie =>
            cookie.EventsType = typeof(SeenOnce)
        );
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var session = context.Principal!.FindFirstValue(TeamSession.Provider)!;
        if (seen.TryGetValue(session, out var known))
        {
            known.PutIn(context.HttpContext);
            return;
        }

        await real.ValidatePrincipal(context);
        if (Actor.Of(context.HttpContext) is { } actor)
        {
            seen[session] = actor;
        }
    }
}
