namespace Dialoogtafel.Web.Engines;

/// <summary>This set of engines has no page of its own over the jobs; the site shows a plain one.</summary>
public sealed class JobsBoard
{
    /// <summary>Whether this set of engines has such a page.</summary>
    public static bool Exists => false;

    /// <param name="root">The path at which the page stands.</param>
    public Task ShowAsync(HttpContext http, string root) => throw new NotSupportedException("No page of its own: see " + nameof(Exists));
}
