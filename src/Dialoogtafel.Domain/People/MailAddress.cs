using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dialoogtafel.Domain.People;

/// <summary>
/// Mailadres: THE rule of what an address is, for every form, every setter and every mail that leaves (RFC 5321 4.1.2
/// and 4.5.3.1, RFC 6531). Only plain addresses: no quoted local part and no number in brackets as domain, because
/// nobody types one on purpose and many servers refuse it. What people paste around an address is taken off by <see
/// cref="MailAddressPaste"/>.
/// </summary>
public static class MailAddress
{
    /// <summary>
    /// Longest address that a server has to take, as it goes over the wire (RFC 5321 4.5.3.1.3, less its angle
    /// brackets).
    /// </summary>
    public const int MaxLength = 254;

    /// <summary>A longer text is not an address with a name around it, and is not looked through.</summary>
    private const int MostTyped = 4000;

    private const int MaxLocalBytes = 64;
    private const string AtomPunctuation = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>
    /// What a name of a domain may hold besides letters, digits and marks (RFC 5892 appendix A: middle dots, keraia,
    /// geresh).
    /// </summary>
    private const string DomainPunctuation = "-.\u00B7\u0375\u05F3\u05F4\u30FB";

    private static readonly IdnMapping Names = new() { UseStd3AsciiRules = true };

    /// <summary>What somebody typed or pasted, read as an address.</summary>
    /// <param name="Address">As it is stored: composed (NFKC), in lower case, its domain as people read it; null when
    /// nothing or no address was typed.</param>
    /// <param name="Problem">What is wrong with it, in Dutch and with what to do; null when nothing is.</param>
    public readonly record struct Reading(string? Address, string? Problem);

    /// <summary>
    /// Reads an address and cleans what is plain: <c>Jan &lt;jan@voorbeeld.nl&gt;</c>, <c>mailto:</c>, quotes, spaces
    /// and invisible characters at its ends, separators behind it. What is not plain is not guessed at: it gets words.
    /// Reading what was read gives the same.
    /// </summary>
    public static Reading Read(string? typed)
    {
        if (typed is null || typed.EnumerateRunes().All(MailAddressPaste.IsInvisible))
        {
            return default;
        }

        var text = typed.Length > MostTyped ? typed : MailAddressPaste.Bare(typed);
        return ProblemOf(text) is { } problem ? new(null, problem) : new(Stored(text), null);
    }

    /// <summary>What a setter stores: the cleaned address, or null for nothing.</summary>
    /// <exception cref="DomainRuleException">Not an address; with the words for who typed it.</exception>
    public static string? Cleaned(string? typed, [CallerMemberName] string? field = null)
    {
        var (address, problem) = Read(typed);
        return problem is null ? address : throw new DomainRuleException(problem, field);
    }

    /// <summary>Whether a stored address passes the rule as it stands, with nothing to clean.</summary>
    public static bool Passes(string address) => ProblemOf(address) is null;

    /// <summary>What is wrong with a stored address as it stands, in Dutch; null when nothing is.</summary>
    public static string? ProblemOf(string text)
    {
        var at = text.LastIndexOf('@');
        return text switch
        {
            { Length: > MostTyped } => "Dit mailadres is te lang.",
            _ when at < 0 => "In dit mailadres hoort een @, zoals naam@voorbeeld.nl.",
            _ when IsMoreThanOne(text) => "Hier staan meer adressen. Vul er één in.",
            _ when text.EnumerateRunes().Any(Rune.IsWhiteSpace) =>
                "Er staat een spatie in dit mailadres. Vul alleen het adres in, zonder spatie.",
            _ when text.EnumerateRunes().Any(MailAddressPaste.IsInvisible) =>
                "Er staat een teken in dit mailadres dat u niet ziet. Typ het adres opnieuw.",
            _ when text.AsSpan().Count('@') > 1 => "Er staan twee @ in dit mailadres. Haal er één weg.",
            _ when text.Contains(',', StringComparison.Ordinal) =>
                "Er staat een komma in dit mailadres. Bedoelt u een punt?",
            _ when text.Length > MaxLength => "Dit mailadres is te lang.",
            _ when !IsLocalPart(text[..at]) => "Het stuk vóór de @ klopt niet. Kijk of er een teken te veel staat.",
            _ => AsciiDomain(text[(at + 1)..]) switch
            {
                null => "Het stuk na de @ klopt niet. Kijk of er een punt ontbreekt, zoals in voorbeeld.nl.",
                var domain when Encoding.UTF8.GetByteCount(text[..at]) + 1 + domain.Length > MaxLength =>
                    "Dit mailadres is te lang.",
                _ => null,
            },
        };
    }

    /// <summary>
    /// The domain in ASCII (punycode, RFC 5891), as it goes over the wire; null when it is not a domain that mail can
    /// go to.
    /// </summary>
    public static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = Names.GetAscii(domain);
            var top = ascii[(ascii.LastIndexOf('.') + 1)..];
            // A name that ends in a number is an address of a machine (RFC 3696 section 2).
            return
                ascii.Length <= 253
                && top.Length is >= 2 and var length
                && length < ascii.Length
                && !top.All(char.IsAsciiDigit)
                && ReadableDomain(ascii).EnumerateRunes().All(IsDomain)
                ? ascii
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Stored(string text)
    {
        var at = text.LastIndexOf('@');
        return text[..at].ToLowerInvariant().Normalize(NormalizationForm.FormKC)
            + "@"
            + ReadableDomain(AsciiDomain(text[(at + 1)..])!.ToLowerInvariant());
    }

    /// <summary>
    /// One way to write a domain, whichever of the two a browser sends: Chromium turns a typed café.example into its
    /// xn-- form.
    /// </summary>
    private static string ReadableDomain(string ascii) =>
        ascii.Contains("xn--", StringComparison.OrdinalIgnoreCase) ? Names.GetUnicode(ascii) : ascii;

    private static bool IsMoreThanOne(string text) =>
        text.AsSpan().Count('@') > 1
        && (text.AsSpan().IndexOfAny(",;<>()[]|\"/") >= 0 || text.EnumerateRunes().Any(MailAddressPaste.IsInvisible));

    private static bool IsLocalPart(string text) =>
        Encoding.UTF8.GetByteCount(text) <= MaxLocalBytes
        && text.Split('.').All(atom => atom.Length > 0 && atom.EnumerateRunes().All(IsAtom));

    private static bool IsAtom(Rune rune) =>
        IsWord(rune) || (rune.IsAscii && AtomPunctuation.Contains((char)rune.Value, StringComparison.Ordinal));

    private static bool IsDomain(Rune rune) =>
        IsWord(rune) || (rune.IsBmp && DomainPunctuation.Contains((char)rune.Value, StringComparison.Ordinal));

    private static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
