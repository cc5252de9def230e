using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// Makes a value harmless as text: no control characters, no change of writing direction, nothing that a mail program
/// turns into a link.
/// </summary>
internal static partial class ValueText
{
    /// <summary>One line; every kind of line break becomes a space.</summary>
    public static string OneLine(string value) => Spaces().Replace(LineBreaks().Replace(Clean(value), " "), " ").Trim();

    /// <summary>Keeps line breaks, as LF; three or more become two.</summary>
    public static string Lines(string value) =>
        ManyBreaks().Replace(LineBreaks().Replace(Clean(value), "\n"), "\n\n").Trim();

    /// <summary>
    /// Puts an invisible mark (U+200C) behind the dot of "jan.nl" and inside "https://", so that a mail program that
    /// makes links by itself finds none in a name (S20). "14.00" and "J.A. de Wit" stay as they are.
    /// </summary>
    public static string Unlinked(string value) => LinkLike().Replace(value, match => match.Value + "\u200C");

    private static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (IsLineBreak(rune.Value) || (!IsUnwanted(rune)))
                clean.Append(rune.Value == '\t' ? " " : rune.ToString());
        }
        return clean.ToString();
    }

    private static bool IsLineBreak(int code) => code is '\r' or '\n' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    private static bool IsUnwanted(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse && rune.Value != '\t')
        || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200E or 0x200F or 0xFEFF;

    [GeneratedRegex(@"\r\n|[\r\n\v\f\u0085\u2028\u2029]")]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n\s*\n\s*\n")]
    private static partial Regex ManyBreaks();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}-])\.(?=\p{L}{2,})|:(?=//)|(?<=\p{L})@(?=[\p{L}\p{N}])")]
    private static partial Regex LinkLike();
}
