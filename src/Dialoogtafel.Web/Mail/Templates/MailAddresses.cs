namespace Dialoogtafel.Web.Mail.Templates;

/// <summary>Which addresses a link in a mail may have: the web, a phone number, a mailbox (S20).</summary>
internal static class MailAddresses
{
    public static bool IsWeb(string? address) => Starts(address, "https://") || Starts(address, "http://");

    public static bool IsAllowed(string? address) =>
        IsWeb(address)
        || (Starts(address, "tel:") && address!.Length > 6)
        || (Starts(address, "mailto:") && address!.Contains('@'));

    public static bool IsPhone(string? address) => Starts(address, "tel:");

    /// <summary>
    /// A phone number is written in many ways; in a link only its digits and a leading plus remain (RFC 3966).
    /// </summary>
    public static string Tidy(string address)
    {
        if (!IsPhone(address))
            return address;
        var number = address[4..].Replace("(0)", "", StringComparison.Ordinal).Trim();
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return number.StartsWith('+') ? $"tel:+{digits}" : $"tel:{digits}";
    }

    private static bool Starts(string? address, string scheme) =>
        address?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true;
}
