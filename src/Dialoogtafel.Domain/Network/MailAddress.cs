using System.Globalization;
using System.Text;

namespace Dialoogtafel.Domain.Network;

/// <summary>
/// Mailadres: THE rule of what an address is, for every form, every setter and every mail that leaves (RFC 5321 4.1.2 and 4.5.3.1, RFC 6531).
/// Only plain addresses: no quoted local part and no number in brackets as domain, because nobody types one on purpose and many servers refuse it.
/// </summary>
public static class MailAddress
{
    /// <summary>Longest address that a server has to take (RFC 5321 4.5.3.1.3, less its angle brackets).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalBytes = 64;
    private const string AtomPunctuation = "!#$%&'*+-/=?^_`{|}~";
    private static readonly IdnMapping Names = new() { UseStd3AsciiRules = true };

    /// <summary>What somebody typed or pasted, read as an address.</summary>
    /// <param name="Address">As it is stored: trimmed, composed (NFC) and in lower case; null when nothing or no address was typed.</param>
    /// <param name="Problem">What is wrong with it, in Dutch and with what to do; null when nothing is.</param>
    public readonly record struct Reading(string? Address, string? Problem);

    /// <summary>
    /// Reads an address and cleans what is plain: <c>Jan &lt;jan@voorbeeld.nl&gt;</c>, <c>mailto:</c>, spaces and invisible characters at its ends,
    /// one separator behind it. What is not plain is not guessed at: it gets words.
    /// </summary>
    public static Reading Read(string? typed)
    {
        var text = Bare(typed ?? "");
        return text.Length == 0 ? default : ProblemOf(text) is { } problem ? new(null, problem) : new(Stored(text), null);
    }

    /// <summary>Whether a stored address passes the rule as it stands, with nothing to clean.</summary>
    public static bool Passes(string address) => ProblemOf(address) is null;

    /// <summary>The domain in ASCII (punycode, RFC 5891), as it goes over the wire; null when it is not a domain.</summary>
    public static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = Names.GetAscii(domain);
            return ascii.Length <= 253 && ascii.Contains('.', StringComparison.Ordinal) && !ascii.EndsWith('.') && !ascii.Contains("..", StringComparison.Ordinal) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Stored(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant();

    private static string Bare(string typed)
    {
        var text = TrimInvisible(typed);
        if (text.EndsWith('>') && text.IndexOf('<', StringComparison.Ordinal) is var open and >= 0 && text.IndexOf('<', open + 1) < 0)
        {
            text = TrimInvisible(text[(open + 1)..^1]);
        }

        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            text = TrimInvisible(text["mailto:".Length..].Split('?')[0]);
        }

        return text.Length > 0 && text[^1] is ',' or ';' or '.' ? TrimInvisible(text[..^1]) : text;
    }

    private static string TrimInvisible(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        var first = runes.FindIndex(rune => !IsInvisible(rune));
        return first < 0 ? "" : string.Concat(runes[first..(runes.FindLastIndex(rune => !IsInvisible(rune)) + 1)].Select(rune => rune.ToString()));
    }

    private static string? ProblemOf(string text)
    {
        var at = text.LastIndexOf('@');
        return text switch
        {
            _ when at < 0 => "In dit mailadres hoort een @, zoals naam@voorbeeld.nl.",
            _ when text.EnumerateRunes().Any(IsInvisible) && text.AsSpan().Count('@') > 1 => "Hier staan meer adressen. Vul er één in.",
            _ when text.EnumerateRunes().Any(rune => Rune.IsWhiteSpace(rune)) => "Er staat een spatie in dit mailadres. Haal die weg.",
            _ when text.EnumerateRunes().Any(IsInvisible) => "Er staat een teken in dit mailadres dat u niet ziet. Typ het adres opnieuw.",
            _ when text.AsSpan().Count('@') > 1 && text.AsSpan().IndexOfAny(",;") >= 0 => "Hier staan meer adressen. Vul er één in.",
            _ when text.AsSpan().Count('@') > 1 => "Er staan twee @ in dit mailadres. Haal er één weg.",
            _ when text.Contains(',', StringComparison.Ordinal) => "Er staat een komma in dit mailadres. Bedoelt u een punt?",
            _ when text.Length > MaxLength => "Dit mailadres is te lang.",
            _ when !IsLocalPart(text[..at]) => "Het stuk vóór de @ klopt niet. Kijk of er een teken te veel staat.",
            _ when AsciiDomain(text[(at + 1)..]) is null => "Het stuk na de @ klopt niet. Kijk of er een punt ontbreekt, zoals in voorbeeld.nl.",
            _ => null,
        };
    }

    private static bool IsLocalPart(string text) =>
        Encoding.UTF8.GetByteCount(text) <= MaxLocalBytes && text.Split('.').All(atom => atom.Length > 0 && atom.EnumerateRunes().All(IsAtom));

    private static bool IsAtom(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || AtomPunctuation.Contains((char)rune.Value, StringComparison.Ordinal)
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Spaces of any kind, controls, and what takes no room: zero width, direction marks, byte order mark, soft hyphen.</summary>
    private static bool IsInvisible(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;
}
