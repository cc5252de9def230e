using System.Globalization;
using System.Text;

namespace Dialoogtafel.Web.Engines;

/// <summary>An address as it goes over the wire: local part as given, domain in ASCII (punycode).</summary>
internal static class AddressForm
{
    private const string AtomPunctuation = "!#$%&'*+-/=?^_`{|}~";

    /// <exception cref="FormatException">Not a plain address; quoted local parts and address literals are not supported. The message never
    /// quotes the address.</exception>
    public static string Of(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || !IsDotAtom(address[..at]) || Encoding.UTF8.GetByteCount(address.AsSpan(0, at)) > 64)
            throw new FormatException("Het e-mailadres is niet geldig (deel voor het apenstaartje).");
        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address[(at + 1)..]);
            if (domain.Length <= 253 && !domain.EndsWith('.'))
                return address[..at] + "@" + domain;
        }
        catch (ArgumentException)
        {
            // Told below, in words that a person can read.
        }
        throw new FormatException("Het e-mailadres is niet geldig (deel na het apenstaartje).");
    }

    /// <summary>The address after "mailto:" (RFC 6068): what would end or change it is percent-encoded, the rest stays readable.</summary>
    /// <exception cref="FormatException">As <see cref="Of"/>.</exception>
    public static string UriPartOf(string address)
    {
        var result = new StringBuilder();
        foreach (var rune in Of(address).EnumerateRunes())
        {
            var isBare = rune.IsAscii && !"%?#&/`^{|}".Contains((char)rune.Value, StringComparison.Ordinal);
            result.Append(isBare ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }
        return result.ToString();
    }

    private static bool IsDotAtom(string text) => text.Split('.').All(atom => atom.Length > 0 && atom.EnumerateRunes().All(IsAtomRune));

    private static bool IsAtomRune(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || AtomPunctuation.Contains((char)rune.Value, StringComparison.Ordinal)
        : Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
