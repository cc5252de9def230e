using System.Globalization;
using System.Security.Claims;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Rights;

/// <summary>
/// The team's cookie. Held against the database on every request: a changed security stamp (signed out, replaced) or no running membership
/// ends the session at once, so a former member is out with her old cookie too.
/// </summary>
public sealed class TeamSession : CookieAuthenticationEvents
{
    private const string Stamp = "stamp";

    public static Task SignInAsync(HttpContext http, TeamAccount account)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)), new(Stamp, account.SecurityStamp!)], IdentityConstants.ApplicationScheme);
        return http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (await ActorAsync(http, context.Principal!) is { } actor)
        {
            actor.PutIn(http);
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static async Task<Actor?> ActorAsync(HttpContext http, ClaimsPrincipal principal)
    {
        if (!int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        var db = http.RequestServices.GetRequiredService<DialoogtafelDb>();
        var stamp = principal.FindFirstValue(Stamp);
        var account = await db.Users.AsNoTracking().Include(item => item.Person).SingleOrDefaultAsync(item => item.Id == id && item.SecurityStamp == stamp);
        if (account?.Person is null)
        {
            return null;
        }

        var memberships = await db.Memberships.AsNoTracking().Where(item => item.PersonId == account.PersonId && item.Until == null).ToListAsync();
        return memberships.Count == 0 ? null : new Actor(account.Id, account.Person, memberships);
    }
}
