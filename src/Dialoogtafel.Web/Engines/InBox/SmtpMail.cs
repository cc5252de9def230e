namespace Dialoogtafel.Web.Engines;

/// <summary>Envelope and bytes of one mail, checked and ready for the wire.</summary>
internal sealed record SmtpMail(Envelope Envelope, ReadOnlyMemory<byte> Wire)
{
    /// <summary>Adds the dots of RFC 5321 section 4.5.2 and the end of the data.</summary>
    /// <exception cref="FormatException">As <see cref="Envelope.Of"/>.</exception>
    public static SmtpMail Prepare(string from, string to, ReadOnlySpan<byte> bytes) => new(Envelope.Of(from, to, bytes), Stuff(bytes));

    private static byte[] Stuff(ReadOnlySpan<byte> bytes)
    {
        var wire = new MemoryStream(bytes.Length + 64);
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf("\r\n"u8);
            var line = end < 0 ? bytes : bytes[..end];
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
