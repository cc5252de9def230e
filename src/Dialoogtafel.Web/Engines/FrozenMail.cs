using MimeKit;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// The frozen bytes of one mail in the form that MailKit takes, so that exactly those bytes go over the wire (S41): headers as they stand,
/// body untouched.
/// </summary>
internal static class FrozenMail
{
    /// <param name="begins">Called when the server said 354, before the first byte goes.</param>
    /// <param name="written">Called when all went over the wire and only the final dot is left.</param>
    public static MimeMessage Of(ReadOnlyMemory<byte> bytes, Envelope envelope, Action begins, Action written)
    {
        var end = bytes.Span.IndexOf("\r\n\r\n"u8);
        var headerLength = end < 0 ? bytes.Length : end + 2;
        var message = new MimeMessage();
        message.Headers.Clear();
        using (var header = new MemoryStream([.. bytes.Span[..headerLength], .. "\r\n"u8]))
            foreach (var field in HeaderList.Load(header))
            {
                field.SetRawValue(field.RawValue);
                message.Headers.Add(field);
            }
        message.Body = new Body(bytes[Math.Min(headerLength + 2, bytes.Length)..], begins, written);
        message.Body.Headers.Clear();
        if (envelope.NeedsEightBit)
            ((MimePart)message.Body).ContentTransferEncoding = ContentEncoding.EightBit;
        return message;
    }

    private sealed class Body(ReadOnlyMemory<byte> bytes, Action begins, Action written) : MimePart
    {
        public override void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
        {
            stream.Write(bytes.Span);
            if (!bytes.Span.EndsWith("\r\n"u8))
                stream.Write("\r\n"u8);
        }

        public override async Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
        {
            begins();
            await stream.WriteAsync(bytes, cancellationToken);
            if (!bytes.Span.EndsWith("\r\n"u8))
                await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
            // What follows is the dot alone, so a break before it is known as one.
            await stream.FlushAsync(cancellationToken);
            written();
        }
    }
}
