using System.Globalization;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Access;

/// <summary>A personal link that was opened rightly in this request.</summary>
/// <param name="Path">What the addresses of its pages begin with.</param>
/// <param name="Device">This browser as the link knows it; null where cookies are refused and the token in the address
/// does the work.</param>
public sealed record OpenLink(PersonalLink Link, string Path, Device? Device);

/// <summary>
/// Who may see a page behind a personal link: the browser that opened the link (by its cookie), or a request under the
/// token itself. An unknown, withdrawn or old link and a number without cookie are all the same nothing (S07).
/// </summary>
public sealed class LinkGate(DialoogtafelDb db, LinkDesk desk, LinkCookies cookies, TimeProvider clock)
{
    public async Task<OpenLink?> OpenAsync(HttpContext http, LinkPurpose purpose, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (http.GetRouteValue("token") is string token)
        {
            return await desk.FindAsync(token, now, stop) is { } found && found.Purpose == purpose
                ? new OpenLink(found, $"/{LinkPaths.Token(purpose)}/{token}", await DeviceAsync(http, found, stop))
                : null;
        }

        var id = Convert.ToInt32(http.GetRouteValue("linkId"), CultureInfo.InvariantCulture);
        var link = await db
            .Links.AsNoTracking()
            .SingleOrDefaultAsync(item => item.Id == id && item.Purpose == purpose, stop);
        return link?.IsOpen(now) == true && await DeviceAsync(http, link, stop) is { } device
            ? new OpenLink(link, PathOf(link), device)
            : null;
    }

    /// <summary>An own device was proven by mail: how much that says depends on who set the address.</summary>
    private async Task<Device?> DeviceAsync(HttpContext http, PersonalLink link, CancellationToken stop) =>
        cookies.DeviceOf(http, link) is not { } device ? null
        : !device.Own ? device
        : device with
        {
            OwnAfter = await db
                .Persons.Where(item => item.Id == link.PersonId)
                .Select(item => item.AddressSetByTeamAt)
                .SingleOrDefaultAsync(stop),
        };

    /// <summary>
    /// A mailed link leaves its token behind in a cookie, so that it does not stay in the address: 303 to the same
    /// address with k, from there to the page.
    /// </summary>
    /// <param name="k">Null at the first visit.</param>
    /// <param name="query">Taken along, with its question mark; or empty.</param>
    /// <returns>Where to go on; null where cookies are refused: the page is shown under the token.</returns>
    public string? Land(HttpContext http, PersonalLink link, string token, string? k, string query = "")
    {
        if (k is null)
        {
            cookies.Set(http, link);
            return $"/{LinkPaths.Token(link.Purpose)}/{token}?k=1{query.Replace('?', '&')}";
        }

        return cookies.DeviceOf(http, link) is null ? null : PathOf(link) + query;
    }

    public static string PathOf(PersonalLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"/{LinkPaths.Page(link.Purpose)}/{link.Id}");
}
