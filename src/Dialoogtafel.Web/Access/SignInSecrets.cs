using System.Security.Cryptography;
using System.Text;

namespace Dialoogtafel.Web.Access;

/// <summary>
/// Random values of a sign-in: a token in the mail, a key in the browser that asked. Only hashes are stored.
/// </summary>
public static class SignInSecrets
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const string BrowserCookie = "aanmelding";
    private const string ReturnCookie = "terug";
    private const int MaxPath = 500;

    public static string NewToken() => RandomNumberGenerator.GetString(Alphabet, 40);

    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A code as people type it: spaces and dashes do not count.</summary>
    public static string Tidy(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));

    /// <summary>Gives this browser a fresh key and remembers where it wanted to go.</summary>
    /// <returns>The hash of the key.</returns>
    public static string MarkBrowser(HttpContext http, string? returnTo)
    {
        var key = NewToken();
        Set(http, BrowserCookie, key);
        if (IsOurs(returnTo))
        {
            Set(http, ReturnCookie, returnTo!);
        }
        else
        {
            Clear(http, ReturnCookie);
        }

        return Hash(key);
    }

    public static string? BrowserHash(HttpContext http) =>
        http.Request.Cookies[Name(http, BrowserCookie)] is { Length: > 0 } key ? Hash(key) : null;

    /// <summary>Where this browser wanted to go: a path of this site, never another host (S17); once.</summary>
    public static string Return(HttpContext http)
    {
        var path = http.Request.Cookies[Name(http, ReturnCookie)];
        Clear(http, ReturnCookie);
        return OurPath(path);
    }

    /// <summary>The path when it is one of this site, else the start page (S17).</summary>
    public static string OurPath(string? path) => IsOurs(path) ? path! : "/start";

    // Browsers drop tabs and line breaks from an address and read a backslash as a slash.
    private static bool IsOurs(string? path) =>
        path is ['/', not '/' and not '\\', ..]
        && path.Length <= MaxPath
        && !path.Any(letter => char.IsControl(letter) || letter == '\\');

    private static void Set(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(Name(http, name), value, Options(http, TimeSpan.FromHours(1)));

    private static void Clear(HttpContext http, string name) =>
        http.Response.Cookies.Delete(Name(http, name), Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new()
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = age,
            IsEssential = true,
        };

    private static string Name(HttpContext http, string name) => http.Request.IsHttps ? "__Host-" + name : name;
}
