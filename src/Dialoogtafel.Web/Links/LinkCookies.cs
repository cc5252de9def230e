using System.Security.Cryptography;
using System.Text;
using Dialoogtafel.Domain.Links;
using Microsoft.AspNetCore.DataProtection;

namespace Dialoogtafel.Web.Links;

/// <summary>
/// The cookie of one personal link in one browser: a name of its own per link, so that two people in one browser never mix. It carries a
/// random device key; only its hash is stored, beside what was typed on that device (S05, S06).
/// </summary>
public sealed class LinkCookies(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(200);
    private readonly IDataProtector protector = protection.CreateProtector("personal-link");

    /// <summary>The hash of this browser's device key for this link, or null when the browser did not open its present version.</summary>
    public string? DeviceOf(HttpContext http, PersonalLink link)
    {
        if (http.Request.Cookies[Name(http, link.Id)] is not { Length: > 0 and < 2000 } cookie)
        {
            return null;
        }

        try
        {
            var parts = protector.Unprotect(cookie).Split('|');
            return parts is [var id, var version, var key] && id == Text(link.Id) && version == Text(link.LinkVersion) ? Hash(key) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Marks this browser as one in which the link was opened; an existing device key is kept.</summary>
    public void Set(HttpContext http, PersonalLink link)
    {
        if (DeviceOf(http, link) is not null)
        {
            return;
        }

        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        http.Response.Cookies.Append(Name(http, link.Id), protector.Protect($"{Text(link.Id)}|{Text(link.LinkVersion)}|{key}"), new CookieOptions
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Lifetime, IsEssential = true,
        });
    }

    /// <summary>The link ids that this browser holds a cookie for; whether they are still good is another question.</summary>
    public static IEnumerable<int> IdsIn(HttpContext http)
    {
        var prefix = Name(http, null);
        foreach (var name in http.Request.Cookies.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            if (int.TryParse(name.AsSpan(prefix.Length), out var id))
            {
                yield return id;
            }
        }
    }

    private static string Name(HttpContext http, int? id) => $"{(http.Request.IsHttps ? "__Host-" : "")}tafel-{(id is { } number ? Text(number) : "")}";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
