using System.Globalization;
using System.Text;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>
/// Makes any text safe for one header line or one calendar parameter (S21). What a person sees stays, what only a
/// parser sees goes.
/// </summary>
internal static class OneLine
{
    /// <summary>
    /// Controls and line ends (also NUL, U+0085, U+2028, U+2029) become a space, direction marks and byte order marks
    /// vanish, runs of spaces become one. What would read as an encoded word (RFC 2047) is pulled apart.
    /// </summary>
    public static string Of(string value)
    {
        var result = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (IsDirectionMark(rune.Value))
                continue;
            var isSpace = rune.Value == ' ' || IsBreak(rune);
            if (!isSpace)
                result.Append(rune.ToString());
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }
        return result.ToString().TrimEnd(' ').Replace("=?", "= ?", StringComparison.Ordinal);
    }

    /// <summary>
    /// As <see cref="Of"/>, and without the characters that mail programs are known to misread in a name or that make a
    /// name look like an address.
    /// </summary>
    public static string Name(string? value) =>
        Of(string.Concat((value ?? "").Select(c => "\"\\<>@:,;".Contains(c, StringComparison.Ordinal) ? ' ' : c)));

    /// <summary>
    /// Text of several lines, for a calendar: line ends stay as "\n", other controls and direction marks go.
    /// </summary>
    public static string Lines(string value) =>
        string.Concat(
            value
                .ReplaceLineEndings("\n")
                .EnumerateRunes()
                .Where(rune => rune.Value is '\n' or '\t' || (!IsBreak(rune) && !IsDirectionMark(rune.Value)))
                .Select(rune => rune.ToString())
        );

    public static bool IsBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    /// <summary>Marks that turn or embed the direction of text (Trojan-source style), and U+FEFF.</summary>
    public static bool IsDirectionMark(int character) =>
        character is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
