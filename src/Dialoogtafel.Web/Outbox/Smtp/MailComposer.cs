using System.Text;
using Dialoogtafel.Web.Options;
using MimeKit;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>
/// Turns a draft into the final bytes of one mail with MimeKit (RFC 5322, 2045, 2047, 6047). The same draft gives the
/// same bytes (S41). All parts are seven-bit; only an address whose local part is not ASCII makes a header eight-bit
/// (RFC 6532).
/// </summary>
public sealed class MailComposer
{
    /// <exception cref="FormatException">
    /// An address, Message-ID, language or further header that cannot stand in a mail, or a calendar text whose METHOD
    /// differs from its part. The message holds no personal data. Subject and names never cause it: what does not
    /// belong in a header line is taken out of them (S21).
    /// </exception>
    public byte[] Compose(MailDraft draft)
    {
        DraftRules.Check(draft);
        using var message = new MimeMessage();
        message.Headers.Clear();
        message.Date = draft.Date;
        message.From.Add(Of(draft.From));
        message.To.Add(Of(draft.To));
        if (draft.ReplyTo is { } replyTo)
            message.ReplyTo.Add(Of(replyTo));
        message.Headers.Add("Message-ID", $"<{draft.MessageId}>");
        message.Subject = OneLine.Of(draft.Subject);
        message.Headers.Add(HeaderId.ContentLanguage, draft.Language);
        foreach (var (name, value) in draft.Headers)
            message.Headers.Add(Token(name, value));
        message.Headers.Add(HeaderId.MimeVersion, "1.0");
        message.Body = draft.Calendar is { } calendar ? WithCalendar(draft, calendar) : Alternatives(draft);

        using var bytes = new MemoryStream();
        message.WriteTo(FormatFor(draft), bytes);
        return bytes.ToArray();
    }

    private static FormatOptions FormatFor(MailDraft draft)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.International = new[] { draft.From, draft.To, draft.ReplyTo }
            .OfType<Mailbox>()
            .Any(mailbox => !Ascii.IsValid(AddressForm.Of(mailbox.Address)));
        return format;
    }

    private static MailboxAddress Of(Mailbox mailbox) =>
        new(Encoding.UTF8, OneLine.Name(mailbox.Name), AddressForm.Of(mailbox.Address));

    /// <summary>A field that a program reads: ASCII passes as it is, folded at spaces only.</summary>
    private static Header Token(string name, string value)
    {
        var header = new Header(Encoding.UTF8, name, value);
        if (Ascii.IsValid(value) && !value.Contains("=?", StringComparison.Ordinal))
            header.SetRawValue(
                Encoding.ASCII.GetBytes(
                    ' ' + value.Replace(" ", value.Length > 70 ? "\r\n " : " ", StringComparison.Ordinal) + "\r\n"
                )
            );
        return header;
    }

    private static Multipart WithCalendar(MailDraft draft, CalendarPart calendar)
    {
        var file = Part("application", "ics", calendar.Text, ContentEncoding.Base64);
        file.ContentType.Name = file.FileName = "invite.ics";
        file.ContentDisposition!.Disposition = ContentDisposition.Attachment;
        return new Multipart("mixed") { Boundary = DraftRules.Boundary(draft, 'm') }.With(Alternatives(draft), file);
    }

    /// <summary>From plain to rich, the calendar last: programs show the last form that they know.</summary>
    private static Multipart Alternatives(MailDraft draft)
    {
        var parts = new Multipart("alternative") { Boundary = DraftRules.Boundary(draft, 'a') }.With(
            Text("plain", DraftRules.Body(draft.Text), ContentEncoding.QuotedPrintable),
            Text("html", DraftRules.Body(draft.Html), ContentEncoding.QuotedPrintable)
        );
        if (draft.Calendar is { } calendar)
        {
            var part = Text("calendar", calendar.Text, ContentEncoding.Base64);
            part.ContentType.Parameters.Add("method", calendar.Method);
            parts.Add(part);
        }
        return parts;
    }

    private static MimePart Text(string kind, string text, ContentEncoding encoding)
    {
        var part = Part("text", kind, text, encoding);
        part.ContentType.Charset = "utf-8";
        return part;
    }

    private static MimePart Part(string type, string kind, string text, ContentEncoding encoding) =>
        new(type, kind)
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(text))),
            ContentTransferEncoding = encoding,
        };
}

internal static class MultipartParts
{
    public static Multipart With(this Multipart whole, params ReadOnlySpan<MimeEntity> parts)
    {
        foreach (var part in parts)
            whole.Add(part);
        return whole;
    }
}
