using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// For a site with a clock of its own: cookies that the site keeps lose their date, because Chromium judges it by the
/// clock of this computer. One that is taken away still goes.
/// </summary>
sealed class LastingCookies : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (http, go) =>
                {
                    http.Response.OnStarting(() =>
                    {
                        if (SetCookieHeaderValue.TryParseList(http.Response.Headers.SetCookie!, out var cookies))
                            http.Response.Headers.SetCookie = new StringValues([.. cookies.Select(Lasting)]);
                        return Task.CompletedTask;
                    });
                    return go(http);
                }
            );
            next(app);
        };

    static string Lasting(SetCookieHeaderValue cookie)
    {
        if (cookie.Expires?.Year > 1970)
            cookie.Expires = null;
        return cookie.ToString();
    }
}
