using Hangfire;
using Hangfire.Dashboard;

namespace Dialoogtafel.Web.Jobs;

/// <summary>
/// Hangfire's own page over the jobs, to look at only. Who may see it stands at its action; it shows names of
/// jobs, nobody's data.
/// </summary>
public sealed class JobsBoard(JobStorage storage)
{
    /// <summary>As everywhere on the site, but for the styles that Hangfire writes into its elements.</summary>
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <param name="root">The path at which the page stands, for example "/beheer/taken".</param>
    public async Task ShowAsync(HttpContext http, string root)
    {
        var options = new DashboardOptions
        {
            AppPath = "/beheer/status",
            DashboardTitle = "Taken",
            Authorization = [],
            IsReadOnlyFunc = _ => true,
            DisplayStorageConnectionString = false,
            StatsPollingInterval = 5_000,
        };
        http.Response.Headers.ContentSecurityPolicy = Policy;
        var request = http.Request;
        var (pathBase, path) = (request.PathBase, request.Path);
        path.StartsWithSegments(root, out var rest);
        (request.PathBase, request.Path) = (pathBase.Add(root), rest.HasValue ? rest : "/");
        try
        {
            await new AspNetCoreDashboardMiddleware(NotFound, storage, options, DashboardRoutes.Routes).Invoke(http);
        }
        finally
        {
            (request.PathBase, request.Path) = (pathBase, path);
        }
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
