using Hangfire;
using Hangfire.Dashboard;

namespace Dialoogtafel.Web.Engines;

/// <summary>Hangfire's own page over the jobs, to look at only. Who may see it stands in the rights table; it shows names of jobs, nobody's data.</summary>
public sealed class JobsBoard(JobStorage storage)
{
    /// <summary>Whether this set of engines has such a page.</summary>
    public static bool Exists => true;

    /// <param name="root">The path at which the page stands, for example "/beheer/taken".</param>
    /// <param name="path">What follows it, with a slash in front, or empty.</param>
    public async Task ShowAsync(HttpContext http, string root, string path)
    {
        var options = new DashboardOptions
        {
            AppPath = "/beheer/status", DashboardTitle = "Taken", Authorization = [], IsReadOnlyFunc = _ => true, IgnoreAntiforgeryToken = true,
            DisplayStorageConnectionString = false, StatsPollingInterval = 10_000,
        };
        (http.Request.PathBase, http.Request.Path) = (http.Request.PathBase.Add(root), path.Length == 0 ? "/" : path);
        var page = new AspNetCoreDashboardMiddleware(NotFound, storage, options, DashboardRoutes.Routes);
        await page.Invoke(http);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
