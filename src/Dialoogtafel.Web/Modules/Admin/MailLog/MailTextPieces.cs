using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Modules.Admin.MailLog;

/// <summary>A mail's text cut into plain words and web addresses, so that the demo can show real links.</summary>
public static partial class MailTextPieces
{
    public static IEnumerable<(string Text, bool IsLink)> Of(string text, bool linksWork)
    {
        var at = 0;
        foreach (var match in linksWork ? Address().Matches(text).AsEnumerable() : [])
        {
            yield return (text[at..match.Index], false);
            yield return (match.Value, true);
            at = match.Index + match.Length;
        }

        yield return (text[at..], false);
    }

    [GeneratedRegex(@"https?://[^\s<>()\[\]""']+[^\s<>()\[\]""'.,;:!?]")]
    private static partial Regex Address();
}
