using System.Globalization;
using System.Security.Claims;
using Dialoogtafel.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Access;

/// <summary>
/// The team's cookie. Held against the database on every request: a session that is not there any more, a changed
/// security stamp (signed out, recovered) or no running membership ends it at once, so a former member is out with her
/// old cookie too. Each session is a row of its own (an Identity token, named by the hash of its id) that says when its
/// second factor was given (S10, S11).
/// </summary>
public sealed class TeamSession : CookieAuthenticationEvents
{
    /// <summary>The provider name of session rows among the tokens of an account.</summary>
    public const string Provider = "sessie";

    private const string Stamp = "stamp";
    private const string Session = "sessie";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>
    /// Begins a session under a new id; the one that this browser had is dead from here on (S10). Saves.
    /// </summary>
    /// <param name="twice">The member gave both factors.</param>
    public static async Task SignInAsync(HttpContext http, TeamAccount account, bool twice)
    {
        var db = http.RequestServices.GetRequiredService<DialoogtafelDb>();
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var before = http.User.FindFirstValue(Session) is { } old ? SignInSecrets.Hash(old) : null;
        var rows = await db
            .UserTokens.Where(item =>
                item.LoginProvider == Provider && (item.UserId == account.Id || item.Name == before)
            )
            .ToListAsync();
        db.UserTokens.RemoveRange(
            rows.Where(item => item.Name == before || SessionTimes.Parse(item.Value).Began < now - Longest)
        );
        var id = SignInSecrets.NewToken();
        db.UserTokens.Add(
            new IdentityUserToken<int>
            {
                UserId = account.Id,
                LoginProvider = Provider,
                Name = SignInSecrets.Hash(id),
                Value = new SessionTimes(now, twice ? now : null).ToString(),
            }
        );
        await db.SaveChangesAsync();
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
                new(Stamp, account.SecurityStamp!),
                new(Session, id),
            ],
            IdentityConstants.ApplicationScheme
        );
        await http.SignInAsync(
            IdentityConstants.ApplicationScheme,
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = true }
        );
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

    private async Task<Actor?> ActorAsync(HttpContext http, ClaimsPrincipal principal)
    {
        if (
            !int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            || principal.FindFirstValue(Session) is not { } session
        )
        {
            return null;
        }

        var db = http.RequestServices.GetRequiredService<DialoogtafelDb>();
        var (stamp, name) = (principal.FindFirstValue(Stamp), SignInSecrets.Hash(session));
        var found = await (
            from account in db.Users.AsNoTracking()
            join token in db.UserTokens on account.Id equals token.UserId
            where
                account.Id == id
                && account.SecurityStamp == stamp
                && token.LoginProvider == Provider
                && token.Name == name
            select new
            {
                account.PersonId,
                account.Person,
                account.TwoFactorEnabled,
                token.Value,
            }
        ).SingleOrDefaultAsync();
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (found?.Person is null || SessionTimes.Parse(found.Value).Began < now - Longest)
        {
            return null;
        }

        var memberships = await db
            .Memberships.AsNoTracking()
            .Where(item => item.PersonId == found.PersonId && item.Until == null)
            .ToListAsync();
        return memberships.Count == 0
            ? null
            : new Actor(id, found.Person, memberships)
            {
                Session = name,
                HasSecondFactor = found.TwoFactorEnabled,
                TwiceAt = SessionTimes.Parse(found.Value).Twice,
            };
    }
}

/// <summary>What a session row holds.</summary>
/// <param name="Twice">When the second factor was given; null = the mailed link alone.</param>
public readonly record struct SessionTimes(DateTime Began, DateTime? Twice)
{
    public static SessionTimes Parse(string? value) =>
        (value ?? "0|").Split('|') is [var began, var twice]
            ? new(At(began), twice.Length == 0 ? null : At(twice))
            : throw new FormatException("Not a session row.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Began.Ticks}|{Twice?.Ticks}");

    private static DateTime At(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
