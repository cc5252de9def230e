using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// The language of one request. In this order: Dutch on team pages; what was chosen on this device (cookie
/// <c>taal</c>); what the person is known to read; what the browser asks for; Dutch.
/// </summary>
public static class Language
{
    public const string Cookie = "taal";
    public static readonly IReadOnlyList<string> Supported = ["nl", "en"];

    public static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly object PersonKey = new();

    /// <summary>
    /// Tells which language this person reads; unknown values count as not known. Holds for this request only.
    /// </summary>
    public static void SetPersonLanguage(this HttpContext http, string? language)
    {
        http.Items[PersonKey] = language;
        Speak(http);
    }

    /// <summary>Sets the culture of what follows in this request.</summary>
    public static void Speak(HttpContext http)
    {
        var culture = CultureOf(http);
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    /// <summary>The culture of this request: nl-NL or en-GB.</summary>
    public static CultureInfo CultureOf(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<DutchOnlyAttribute>() is not null)
            return Dutch;
        return Known(http.Request.Cookies[Cookie])
            ?? Known(http.Items[PersonKey] as string)
            ?? Preferred(http.Request)
            ?? Dutch;
    }

    private static CultureInfo? Known(string? language) =>
        language switch
        {
            "nl" => Dutch,
            "en" => English,
            _ => null,
        };

    // The first language that we speak counts; a browser that asks for something else altogether gets English.
    private static CultureInfo? Preferred(HttpRequest request)
    {
        if (
            !StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted)
            || wanted.Count == 0
        )
            return null;
        var byWish = wanted
            .Where(w => w.Quality is not 0 && w.Value != "*")
            .OrderByDescending(w => w.Quality ?? 1)
            .ToList();
        if (byWish.Count == 0)
            return null;
        return byWish
            .Select(w => Known(w.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(c => c is not null)
            ?? English;
    }
}
