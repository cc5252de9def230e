namespace Dialoogtafel.Web.Pages;

/// <summary>One entry of the team's left navigation.</summary>
public sealed record TeamLink(string Text, string Href);

/// <summary>What the team layout shows around a page. Registered per request; at most seven links (D-17).</summary>
/// <param name="Links">In the order shown. An entry is current when the address equals it or lies below it.</param>
/// <param name="SignedInAs">The first name on top; null hides name and sign-out.</param>
public sealed record TeamNavigation(IReadOnlyList<TeamLink> Links, string? SignedInAs)
{
    /// <summary>The entry with the longest address that the page lies under; null when there is none.</summary>
    public TeamLink? Current(PathString path) =>
        Links
            .Where(l =>
                l.Href == "/" ? path == "/" : path.StartsWithSegments(l.Href, StringComparison.OrdinalIgnoreCase)
            )
            .MaxBy(l => l.Href.Length);
}
