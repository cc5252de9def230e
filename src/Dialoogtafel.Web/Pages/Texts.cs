using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// The words on a page, injected in every view as <c>T</c>. The Dutch text is the key; English comes from the
/// <c>Texts.en.json</c>. A text without translation stays Dutch. Returns plain strings: the view encodes them.
/// </summary>
public sealed class Texts(IHttpContextAccessor accessor)
{
    private static readonly FrozenDictionary<string, string> English = Load(typeof(Texts).Assembly);

    /// <summary>nl-NL or en-GB, as <see cref="Web.Pages.Language"/> decides it for this request.</summary>
    public CultureInfo Culture =>
        accessor.HttpContext is { } http ? Web.Pages.Language.CultureOf(http) : Web.Pages.Language.Dutch;

    /// <summary>Two letters, for the lang attribute.</summary>
    public string Language => Culture.TwoLetterISOLanguageName;

    /// <summary>The text in the language of the request. Not formatted: braces stay.</summary>
    public string this[string dutch] =>
        Language == "en" && English.TryGetValue(dutch, out var english) ? english : dutch;

    /// <summary>The text with <c>{0}</c>, <c>{1}</c> … filled in, in the culture of the request.</summary>
    public string this[string dutch, params object?[] values] => string.Format(Culture, this[dutch], values);

    /// <summary>"donderdag 12 november"; the year is added when it is not the year of <paramref name="now"/>.</summary>
    public string Day(DateTime local, DateTime? now = null)
    {
        var format = now is null || now.Value.Year == local.Year ? "dddd d MMMM" : "dddd d MMMM yyyy";
        return local.ToString(format, Culture);
    }

    public string Day(DateOnly day) => Day(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// "14.00 uur" or "2.00 pm"; without <paramref name="unit"/> the bare Dutch number, as the first of two times.
    /// </summary>
    public string Time(DateTime local, bool unit = true) =>
        Language == "en"
            ? local.ToString("h.mm ", CultureInfo.InvariantCulture) + (local.Hour < 12 ? "am" : "pm")
            : local.ToString(unit ? "H.mm 'uur'" : "H.mm", CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, string> Load(Assembly assembly)
    {
        var all = new Dictionary<string, string>();
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(n => n.EndsWith(".Texts.en.json", StringComparison.Ordinal))
        )
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (dutch, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                if (!all.TryAdd(dutch, english) && all[dutch] != english)
                    throw new InvalidOperationException($"{name}: \"{dutch}\" has two English texts.");
        }
        return all.ToFrozenDictionary();
    }
}
