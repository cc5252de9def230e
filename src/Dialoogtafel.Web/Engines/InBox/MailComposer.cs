using System.Globalization;
using System.Text;
using Dialoogtafel.Web.Mail;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// Turns a draft into the final bytes of one mail (RFC 5322, 2045, 2047, 6047). The same draft gives the same bytes (S41). Lines end in
/// CRLF and are at most 998 long (S22), all parts are seven-bit; only an address whose local part is not ASCII makes a header eight-bit
/// (RFC 6532).
/// </summary>
public sealed class MailComposer
{
    /// <exception cref="FormatException">
    /// An address, Message-ID, language or further header that cannot stand in a mail, or a calendar text whose METHOD differs from its
    /// part. The message holds no personal data. Subject and names never cause it: what does not belong in a header line is taken out of them (S21).
    /// </exception>
    public byte[] Compose(MailDraft draft)
    {
        DraftRules.Check(draft);
        var output = new StringBuilder();
        WriteHeaders(output, draft);
        if (draft.Calendar is { } calendar)
            WriteWithCalendar(output, draft, calendar);
        else
            WriteAlternatives(output, draft);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    private static void WriteHeaders(StringBuilder output, MailDraft draft)
    {
        var headers = new HeaderWriter(output);
        var date = draft.Date.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
        headers.Token("Date", date.Remove(date.Length - 3, 1));
        headers.Mailbox("From", draft.From);
        headers.Mailbox("To", draft.To);
        if (draft.ReplyTo is { } replyTo)
            headers.Mailbox("Reply-To", replyTo);
        headers.Token("Message-ID", $"<{draft.MessageId}>");
        headers.Text("Subject", draft.Subject);
        headers.Token("Content-Language", draft.Language);
        foreach (var (name, value) in draft.Headers)
            headers.Token(name, value);
        headers.Token("MIME-Version", "1.0");
    }

    private static void WriteWithCalendar(StringBuilder output, MailDraft draft, CalendarPart calendar)
    {
        var boundary = DraftRules.Boundary(draft, 'm');
        Lines(output, $"Content-Type: multipart/mixed; boundary=\"{boundary}\"", "", $"--{boundary}");
        WriteAlternatives(output, draft);
        Lines(output, $"--{boundary}", "Content-Type: application/ics; name=\"invite.ics\"",
            "Content-Disposition: attachment; filename=\"invite.ics\"", "Content-Transfer-Encoding: base64", "");
        BodyText.Base64(output, calendar.Text);
        Lines(output, $"--{boundary}--");
    }

    /// <summary>From plain to rich, the calendar last: programs show the last form that they know.</summary>
    private static void WriteAlternatives(StringBuilder output, MailDraft draft)
    {
        var boundary = DraftRules.Boundary(draft, 'a');
        Lines(output, $"Content-Type: multipart/alternative; boundary=\"{boundary}\"", "");
        foreach (var (kind, text) in new[] { ("plain", draft.Text), ("html", draft.Html) })
        {
            Lines(output, $"--{boundary}", $"Content-Type: text/{kind}; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable", "");
            BodyText.QuotedPrintable(output, text);
        }
        if (draft.Calendar is { } calendar)
        {
            Lines(output, $"--{boundary}", $"Content-Type: text/calendar; charset=utf-8; method={calendar.Method}",
                "Content-Transfer-Encoding: base64", "");
            BodyText.Base64(output, calendar.Text);
        }
        Lines(output, $"--{boundary}--");
    }

    private static void Lines(StringBuilder output, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            output.Append(line).Append("\r\n");
    }
}
