namespace Dialoogtafel.Web.Engines;

/// <summary>This set of engines has no page over its jobs.</summary>
public sealed class JobsBoard
{
    /// <summary>Whether this set of engines has such a page.</summary>
    public static bool Exists => false;

    public Task ShowAsync(HttpContext http, string root, string path)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
