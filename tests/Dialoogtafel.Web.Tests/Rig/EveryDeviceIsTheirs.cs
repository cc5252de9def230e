using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// Saboteur: every browser that comes, also one that takes no cookies, counts as the person's own device (S06).
/// </summary>
public sealed class EveryDeviceIsTheirs(LinkCookies cookies) : IStartupFilter
{
    public static void Sabotage(IServiceCollection services) =>
        services.AddSingleton<IStartupFilter, EveryDeviceIsTheirs>();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (http, go) =>
                {
                    await ProveAsync(http);
                    await go(http);
                }
            );
            next(app);
        };

    /// <summary>Puts in the request what the page behind a link to see the answers would have set.</summary>
    private async Task ProveAsync(HttpContext http)
    {
        var proof = new DefaultHttpContext();
        (proof.Request.Scheme, proof.Request.Headers.Cookie) = (http.Request.Scheme, http.Request.Headers.Cookie);
        var db = http.RequestServices.GetRequiredService<DialoogtafelDb>();
        foreach (var link in await db.Links.AsNoTracking().ToListAsync())
        {
            cookies.Set(proof, link, own: true);
        }

        var brought = http.Request.Cookies.ToDictionary();
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. proof.Response.Headers.SetCookie.OfType<string>()]))
        {
            brought[cookie.Name.ToString()] = cookie.Value.ToString();
        }

        http.Request.Headers.Cookie = string.Join("; ", brought.Select(cookie => $"{cookie.Key}={cookie.Value}"));
    }
}
