using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>Which addresses a link in a mail may have: the web, a phone number, a mailbox (S20).</summary>
internal static class MailAddresses
{
    public static bool IsWeb(string? address) => Starts(address, "https://") || Starts(address, "http://");

    public static bool IsAllowed(string? address) =>
        IsWeb(address)
        || (Starts(address, "tel:") && address!.Length > 6)
        || (Starts(address, "mailto:") && address!.Contains('@'));

    public static bool IsPhone(string? address) => Starts(address, "tel:");

    public static string Tidy(string address) => IsPhone(address) ? PhoneLink.Of(address["tel:".Length..]) : address;

    private static bool Starts(string? address, string scheme) =>
        address?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true;
}
