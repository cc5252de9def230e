namespace Dialoogtafel.Web.Pages;

public enum TextSize
{
    Normal,
    Large,
    Larger,
}

/// <summary>
/// How this device shows pages (Rustige weergave, tekstgrootte). Remembered in the cookie <c>weergave</c>, without an
/// account.
/// </summary>
public sealed record ViewChoices(bool Calm, TextSize Size)
{
    public const string Cookie = "weergave";

    /// <summary>Reads the cookie; anything strange in it counts as the ordinary view.</summary>
    public static ViewChoices Of(HttpRequest request)
    {
        var words = (request.Cookies[Cookie] ?? "").Split('.');
        var size =
            words.Contains("larger") ? TextSize.Larger
            : words.Contains("large") ? TextSize.Large
            : TextSize.Normal;
        return new ViewChoices(words.Contains("calm"), size);
    }

    /// <summary>The cookie's value: two words with a dot between.</summary>
    public string CookieValue => $"{(Calm ? "calm" : "ordinary")}.{SizeWord}";

    /// <summary>The classes for &lt;html&gt;; null when none is needed.</summary>
    public string? HtmlClass
    {
        get
        {
            var classes = string.Join(
                ' ',
                new[] { Calm ? "calm" : "", Size == TextSize.Normal ? "" : "text-" + SizeWord }.Where(c => c != "")
            );
            return classes == "" ? null : classes;
        }
    }

    private string SizeWord =>
        Size switch
        {
            TextSize.Large => "large",
            TextSize.Larger => "larger",
            _ => "normal",
        };
}
