using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dialoogtafel.Domain.Links;
using Microsoft.AspNetCore.DataProtection;

namespace Dialoogtafel.Web.Links;

/// <summary>This browser, as one personal link knows it.</summary>
/// <param name="Hash">Hash of the random device key; stored beside what was typed on this device.</param>
/// <param name="Own">The person proved by a terugzien link that this device is their own: it shows what was typed
/// elsewhere too.</param>
public sealed record Device(string Hash, bool Own)
{
    /// <summary>
    /// The proof went through an address that the team set at this moment: it counts for what was typed after it
    /// (K-F1).
    /// Null = through the person's own address.
    /// </summary>
    public DateTime? OwnAfter { get; init; }

    /// <summary>Whether text that was typed under this device hash may be shown here (S06).</summary>
    /// <param name="typedOn">Null = written down by the team, or typed where cookies are refused: with an address of
    /// the team nobody knows for whom.</param>
    /// <param name="at">When it was typed, or last changed.</param>
    public bool MaySee(string? typedOn, DateTime? at) =>
        (typedOn is not null && typedOn == Hash)
        || (Own && (OwnAfter is null || (typedOn is not null && at > OwnAfter)));
}

/// <summary>
/// The cookie of one personal link in one browser: a name of its own per link, so that two people in one browser never
/// mix. It carries a random device key, protected by the data-protection ring (S05, S06).
/// </summary>
public sealed class LinkCookies(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(200);
    private readonly IDataProtector protector = protection.CreateProtector("personal-link");

    /// <summary>This browser's device for this link, or null when it did not open the link's present version.</summary>
    public Device? DeviceOf(HttpContext http, PersonalLink link) =>
        Read(http, link) is [_, _, var key, var own] parts && IsOf(link, parts)
            ? new Device(Hash(key), own == "own")
            : null;

    /// <summary>
    /// Marks this browser as one in which the link was opened; an existing device key is kept. After the link was
    /// renewed it is the same device, but not the person's own any more: that was proven through another address.
    /// </summary>
    /// <param name="own">Also as the person's own device; never undone by opening a link again.</param>
    public void Set(HttpContext http, PersonalLink link, bool own = false)
    {
        var known = Read(http, link);
        var present = known is not null && IsOf(link, known) ? known : null;
        if (present is not null && (!own || present[3] == "own"))
        {
            return;
        }

        var key = known?[2] ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var value = string.Join('|', Text(link.Id), Text(link.LinkVersion), key, own ? "own" : "");
        http.Response.Cookies.Append(
            Name(http, link.Id),
            protector.Protect(value),
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                MaxAge = Lifetime,
                IsEssential = true,
            }
        );
    }

    /// <summary>
    /// The link ids that this browser holds a cookie for; whether they are still good is another question.
    /// </summary>
    public static IEnumerable<int> IdsIn(HttpContext http)
    {
        var prefix = Name(http, null);
        foreach (var name in http.Request.Cookies.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            if (int.TryParse(name.AsSpan(prefix.Length), CultureInfo.InvariantCulture, out var id))
            {
                yield return id;
            }
        }
    }

    private static bool IsOf(PersonalLink link, string[] parts) => parts[1] == Text(link.LinkVersion);

    /// <summary>The cookie of this link, also of a former version.</summary>
    private string[]? Read(HttpContext http, PersonalLink link)
    {
        if (http.Request.Cookies[Name(http, link.Id)] is not { Length: > 0 and < 2000 } cookie)
        {
            return null;
        }

        try
        {
            var parts = protector.Unprotect(cookie).Split('|');
            return parts.Length == 4 && parts[0] == Text(link.Id) ? parts : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Name(HttpContext http, int? id) =>
        $"{(http.Request.IsHttps ? "__Host-" : "")}tafel-{(id is { } number ? Text(number) : "")}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
