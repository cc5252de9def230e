using System.Globalization;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.MyTable;

/// <summary>A personal link that was opened rightly in this request.</summary>
/// <param name="Path">What the addresses of its pages begin with.</param>
/// <param name="Device">This browser as the link knows it; null where cookies are refused and the token in the address does the work.</param>
public sealed record OpenLink(PersonalLink Link, string Path, Device? Device);

/// <summary>
/// Who may see a page of Mijn tafel: the browser that opened the link (by its cookie), or a request under the token itself. An unknown,
/// withdrawn or old link and a number without cookie are all the same nothing (S07).
/// </summary>
public sealed class LinkGate(DialoogtafelDb db, LinkDesk desk, LinkCookies cookies, TimeProvider clock)
{
    public async Task<OpenLink?> OpenAsync(HttpContext http, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (http.GetRouteValue("token") is string token)
        {
            return await desk.FindAsync(token, now, stop) is { Purpose: LinkPurpose.MyTable } found ? new OpenLink(found, $"/u/{token}", cookies.DeviceOf(http, found)) : null;
        }

        var id = Convert.ToInt32(http.GetRouteValue("linkId"), CultureInfo.InvariantCulture);
        var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id && item.Purpose == LinkPurpose.MyTable, stop);
        return link?.IsOpen(now) == true && cookies.DeviceOf(http, link) is { } device ? new OpenLink(link, PathOf(link), device) : null;
    }

    public static string PathOf(PersonalLink link) => string.Create(CultureInfo.InvariantCulture, $"/mijn-tafel/{link.Id}");
}
