using System.Text;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>
/// Sender, recipient and what the bytes of one mail ask of a server, checked before anything is said.
/// </summary>
internal sealed record Envelope(string From, string To, bool NeedsUtf8)
{
    private const int LineLimit = 998;

    /// <exception cref="FormatException">An address is not valid, a line is too long, or a CR or LF stands alone, which
    /// servers read in different ways (SMTP smuggling, S22).</exception>
    public static Envelope Of(string from, string to, ReadOnlySpan<byte> bytes)
    {
        var sender = from.Length == 0 ? "" : AddressForm.Of(from);
        var recipient = AddressForm.Of(to);
        var headerEnd = bytes.IndexOf("\r\n\r\n"u8);
        var header = headerEnd < 0 ? bytes : bytes[..headerEnd];
        var needsUtf8 = !Ascii.IsValid(sender) || !Ascii.IsValid(recipient) || !Ascii.IsValid(header);
        CheckLines(bytes);
        if (!Ascii.IsValid(bytes[header.Length..]))
            throw new FormatException("De mail is niet in zeven bits geschreven.");
        return new Envelope(sender, recipient, needsUtf8);
    }

    /// <summary>Whether it can stand in MAIL FROM. When it cannot, no recipient is to blame.</summary>
    public static bool IsSender(string from)
    {
        try
        {
            return from.Length == 0 || AddressForm.Of(from).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void CheckLines(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            if ((end < 0 ? bytes.Length : end) > LineLimit)
                throw new FormatException("Een regel van de mail is te lang.");
            if (end >= 0 && !bytes[end..].StartsWith("\r\n"u8))
                throw new FormatException("De mail heeft een los regeleinde.");
            bytes = end < 0 ? [] : bytes[(end + 2)..];
        }
    }
}
