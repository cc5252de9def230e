using System.Security.Cryptography;
using System.Text;

namespace Dialoogtafel.Web.Features.SignIn;

/// <summary>Random values of a sign-in: a token in the mail, a key in the browser that asked, a code for another device. Only hashes are stored.</summary>
public static class SignInSecrets
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const string BrowserCookie = "aanmelding";
    private const string ReturnCookie = "terug";

    public static string NewToken() => RandomNumberGenerator.GetString(Alphabet, 40);

    public static string NewCode() => RandomNumberGenerator.GetString("0123456789", 6);

    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A code as people type it: spaces and dashes do not count.</summary>
    public static string Tidy(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));

    /// <summary>Gives this browser a fresh key and remembers where it wanted to go.</summary>
    public static string MarkBrowser(HttpContext http, string? returnTo)
    {
        var key = NewToken();
        Set(http, BrowserCookie, key);
        if (returnTo is not null)
        {
            Set(http, ReturnCookie, returnTo);
        }

        return Hash(key);
    }

    public static string? BrowserHash(HttpContext http) => http.Request.Cookies[Name(http, BrowserCookie)] is { Length: > 0 } key ? Hash(key) : null;

    /// <summary>A path of this site, never another host (S17).</summary>
    public static string Return(HttpContext http)
    {
        var path = http.Request.Cookies[Name(http, ReturnCookie)];
        http.Response.Cookies.Delete(Name(http, ReturnCookie));
        return path is ['/', not '/' and not '\\', ..] && Uri.TryCreate(path, UriKind.Relative, out _) ? path : "/start";
    }

    private static void Set(HttpContext http, string name, string value) => http.Response.Cookies.Append(Name(http, name), value, new CookieOptions
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromHours(1), IsEssential = true,
    });

    private static string Name(HttpContext http, string name) => http.Request.IsHttps ? "__Host-" + name : name;
}
