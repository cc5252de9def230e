using System.Text;
using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Options;

/// <summary>
/// An address as it goes over the wire: local part as given, domain in ASCII (punycode). What an address is says <see
/// cref="MailAddress"/>.
/// </summary>
internal static class AddressForm
{
    /// <exception cref="FormatException">Not an address; the message never quotes it.</exception>
    public static string Of(string address)
    {
        if (MailAddress.ProblemOf(address) is { } problem)
            throw new FormatException(problem);
        var at = address.LastIndexOf('@');
        return address[..at] + "@" + MailAddress.AsciiDomain(address[(at + 1)..]);
    }

    /// <summary>
    /// The address after "mailto:" (RFC 6068): what would end or change it is percent-encoded, the rest stays readable.
    /// </summary>
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
}
