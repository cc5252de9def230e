using System.Text;

namespace Dialoogtafel.Web.Engines;

/// <summary>Envelope and bytes of one mail, checked and ready for the wire.</summary>
internal sealed record SmtpMail(string From, string To, ReadOnlyMemory<byte> Wire, bool NeedsUtf8, bool NeedsEightBit)
{
    private const int LineLimit = 998;

    /// <summary>Adds the dots of RFC 5321 section 4.5.2 and the end of the data.</summary>
    /// <exception cref="FormatException">An address is not valid, a line is too long, or a CR or LF stands alone, which servers read in
    /// different ways (SMTP smuggling, S22).</exception>
    public static SmtpMail Prepare(string from, string to, ReadOnlySpan<byte> bytes)
    {
        var sender = from.Length == 0 ? "" : AddressForm.Of(from);
        var recipient = AddressForm.Of(to);
        var headerEnd = bytes.IndexOf("\r\n\r\n"u8);
        var header = headerEnd < 0 ? bytes : bytes[..headerEnd];
        var needsUtf8 = !Ascii.IsValid(sender) || !Ascii.IsValid(recipient) || !Ascii.IsValid(header);
        return new SmtpMail(sender, recipient, Stuff(bytes), needsUtf8, !Ascii.IsValid(bytes));
    }

    private static byte[] Stuff(ReadOnlySpan<byte> bytes)
    {
        var wire = new MemoryStream(bytes.Length + 64);
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            if (line.Length > LineLimit)
                throw new FormatException("Een regel van de mail is te lang.");
            if (end >= 0 && !bytes[end..].StartsWith("\r\n"u8))
                throw new FormatException("De mail heeft een los regeleinde.");
            if (line.StartsWith("."u8))
                wire.WriteByte((byte)'.');
            wire.Write(line);
            wire.Write("\r\n"u8);
            bytes = end < 0 ? [] : bytes[(end + 2)..];
        }
        wire.Write(".\r\n"u8);
        return wire.ToArray();
    }
}
