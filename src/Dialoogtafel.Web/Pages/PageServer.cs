using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Dialoogtafel.Web.Pages;

/// <summary>What stands before every page: methods, headers, errors in words, files, who is asking.</summary>
public static class PageServer
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'";

    public static void UsePages(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use(Headers);
        app.Use(HeadAsGet);
        app.UseErrorPages();
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=3600",
            }
        );
        app.UseRouting();
        app.UseAuthentication();
        app.UseLanguage();
    }

    /// <summary>
    /// /healthz: alive. /healthz/ready: database, age of the oldest unsent mail, clock, jobs, with what is wrong in
    /// words. Neither says anything about anybody.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(
            "/healthz/ready",
            new HealthCheckOptions
            {
                ResponseWriter = (http, report) =>
                    http.Response.WriteAsync(
                        string.Join(
                            ": ",
                            [
                                report.Status.ToString(),
                                .. report.Entries.Values.Select(entry => entry.Description).OfType<string>(),
                            ]
                        )
                    ),
            }
        );
    }

    private static Task Headers(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["X-Robots-Tag"] = "noindex";
        // In the words that the antiforgery service uses itself: others it replaces, with a warning in the log for
        // every page.
        headers.CacheControl = "no-cache, no-store";
        return next(http);
    }

    /// <summary>
    /// Link checkers ask HEAD and call a 405 dead; it is answered as GET without a body.
    /// </summary>
    private static async Task HeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        http.Request.Method = HttpMethods.Get;
        var body = http.Response.Body;
        http.Response.Body = Stream.Null;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
            http.Request.Method = HttpMethods.Head;
        }
    }
}
