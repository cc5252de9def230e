using System.Globalization;
using System.Text;

namespace Dialoogtafel.Domain.People;

/// <summary>
/// Takes from around an address what people paste with it, where the meaning is plain: a name in front, brackets,
/// quotes, mailto:, invisible characters, a separator behind it; and writes what a phone or word processor made
/// prettier as it was typed.
/// </summary>
internal static class MailAddressPaste
{
    /// <summary>None of these ends an address.</summary>
    private const string NeverLast = ",;.:>)]\"'`";

    /// <summary>None of these begins one. An apostrophe may, unless there is one behind it too.</summary>
    private const string NeverFirst = "<([\"";

    private const string Mailto = "mailto:";

    private static readonly Rune Unreadable = new('\uFFFD');

    public static string Bare(string typed)
    {
        var (text, before) = (typed, (string?)null);
        while (text != before)
        {
            before = text;
            text = Unwrapped(TrimmedEnds(Folded(text)));
        }

        return text;
    }

    /// <summary>
    /// Spaces of any kind, controls, and what takes no room: zero width, direction marks, byte order mark, soft hyphen,
    /// variation selectors, fillers (Default_Ignorable_Code_Point of Unicode).
    /// </summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || rune.Value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or 0x2800
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFFA0
                or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.Surrogate;

    /// <summary>
    /// NFKC: composed, without full-width letters and ligatures; curly quotes, dashes and the ideographic stop as on a
    /// plain keyboard.
    /// </summary>
    private static string Folded(string text) =>
        string.Concat(text.EnumerateRunes().Select(Plain)).Normalize(NormalizationForm.FormKC);

    private static string Plain(Rune rune) =>
        rune.Value switch
        {
            '\u00B4' or '\u02BC' or '\u2018' or '\u2019' or '\u201B' => "'",
            '\u00AB' or '\u00BB' or '\u201C' or '\u201D' or '\u201E' or '\u201F' => "\"",
            '\u2039' => "<",
            '\u203A' => ">",
            >= '\u2010' and <= '\u2015' or '\u2212' => "-",
            '\u3002' or '\uFF61' => ".",
            // Not a character at all: what normalizes refuses it.
            var value when (value & 0xFFFE) == 0xFFFE => Unreadable.ToString(),
            _ => rune.ToString(),
        };

    private static string TrimmedEnds(string text)
    {
        var bare = TrimInvisible(text);
        if (bare is ['\'' or '`', .., '\'' or '`'])
        {
            bare = bare[1..^1];
        }

        return TrimInvisible(bare.TrimEnd(NeverLast.ToCharArray()).TrimStart(NeverFirst.ToCharArray()));
    }

    private static string TrimInvisible(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        var first = runes.FindIndex(rune => !IsInvisible(rune));
        return first < 0 ? "" : string.Concat(runes[first..(runes.FindLastIndex(rune => !IsInvisible(rune)) + 1)]);
    }

    /// <summary>Its ends are trimmed already, so of a pair of brackets only the first is left.</summary>
    private static string Unwrapped(string text)
    {
        if (text.StartsWith(Mailto, StringComparison.OrdinalIgnoreCase))
        {
            // RFC 6068: percent-encoded, with the headers of a mail behind a question mark.
            return Uri.UnescapeDataString(text[Mailto.Length..].Split('?')[0]).TrimStart('/');
        }

        var at = text.LastIndexOf('@');
        if (at < 0)
        {
            return text;
        }

        var open = text.LastIndexOfAny(['<', '(', '['], at);
        if (open > 0 && (text[open] == '<' || text[open - 1] == ' ') && IsName(text[..open], text[(open + 1)..]))
        {
            return text[(open + 1)..];
        }

        var comment = text.IndexOf(" (", at, StringComparison.Ordinal);
        return comment < 0 ? text : text[..comment];
    }

    /// <summary>
    /// What stands in front of the brackets is a name, or the same address once more; another address is not.
    /// </summary>
    private static bool IsName(string before, string address) =>
        !before.Contains('@', StringComparison.Ordinal)
        || string.Equals(before.Trim(' ', '"', '\''), address, StringComparison.OrdinalIgnoreCase);
}
