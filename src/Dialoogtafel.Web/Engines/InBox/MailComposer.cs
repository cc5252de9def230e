using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dialoogtafel.Web.Mail;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// Turns a draft into the final bytes of one mail (RFC 5322, 2045, 2047, 6047). The same draft gives the same bytes (S41). Lines end in
/// CRLF and are at most 998 long (S22), all parts are seven-bit; only an address whose local part is not ASCII makes a header eight-bit
/// (RFC 6532).
/// </summary>
public sealed partial class MailComposer
{
    private static readonly string[] OwnHeaders =
    [
        "Date", "From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Message-ID", "Subject", "Content-Language", "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Return-Path", "Received",
        "Resent-To", "Resent-Cc", "Resent-Bcc", "Apparently-To",
    ];

    /// <exception cref="FormatException">
    /// An address, Message-ID, language or further header that cannot stand in a mail, or a calendar text whose METHOD differs from its
    /// part. The message holds no
    /// personal data. Subject and names never cause it: what does not belong in a header line is taken out of them (S21).
    /// </exception>
    public byte[] Compose(MailDraft draft)
    {
        var output = new StringBuilder();
        WriteHeaders(output, draft);
        var boundary = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft.MessageId)))[..24];
        if (draft.Calendar is { } calendar)
            WriteWithCalendar(output, draft, calendar, boundary);
        else
            WriteAlternatives(output, draft, boundary);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    private static void WriteHeaders(StringBuilder output, MailDraft draft)
    {
        Require(MessageIdForm().IsMatch(draft.MessageId) && draft.MessageId.Length <= 250, "The Message-ID has no valid form.");
        Require(LanguageForm().IsMatch(draft.Language), "The language has no valid form.");

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
        {
            Require(HeaderNameForm().IsMatch(name) && !OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase),
                "This further header is not allowed.");
            headers.Token(name, value);
        }
        headers.Token("MIME-Version", "1.0");
    }

    private static void WriteWithCalendar(StringBuilder output, MailDraft draft, CalendarPart calendar, string boundary)
    {
        Require(MethodForm().IsMatch(calendar.Method)
            && calendar.Text.Contains($"\r\nMETHOD:{calendar.Method}\r\n", StringComparison.Ordinal),
            "The calendar text and its part name different methods.");
        Lines(output, $"Content-Type: multipart/mixed; boundary=\"=_{boundary}_m\"", "", $"--=_{boundary}_m");
        WriteAlternatives(output, draft, boundary);
        Lines(output, $"--=_{boundary}_m", "Content-Type: application/ics; name=\"invite.ics\"",
            "Content-Disposition: attachment; filename=\"invite.ics\"", "Content-Transfer-Encoding: base64", "");
        BodyText.Base64(output, calendar.Text);
        Lines(output, $"--=_{boundary}_m--");
    }

    /// <summary>From plain to rich, the calendar last: programs show the last form that they know.</summary>
    private static void WriteAlternatives(StringBuilder output, MailDraft draft, string boundary)
    {
        Lines(output, $"Content-Type: multipart/alternative; boundary=\"=_{boundary}_a\"", "");
        foreach (var (kind, text) in new[] { ("plain", draft.Text), ("html", draft.Html) })
        {
            Lines(output, $"--=_{boundary}_a", $"Content-Type: text/{kind}; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable", "");
            BodyText.QuotedPrintable(output, text);
        }
        if (draft.Calendar is { } calendar)
        {
            Lines(output, $"--=_{boundary}_a", $"Content-Type: text/calendar; charset=utf-8; method={calendar.Method}",
                "Content-Transfer-Encoding: base64", "");
            BodyText.Base64(output, calendar.Text);
        }
        Lines(output, $"--=_{boundary}_a--");
    }

    private static void Lines(StringBuilder output, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            output.Append(line).Append("\r\n");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
            throw new FormatException(message);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+\z")]
    private static partial Regex MessageIdForm();

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z")]
    private static partial Regex LanguageForm();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]{0,39}\z")]
    private static partial Regex HeaderNameForm();

    [GeneratedRegex(@"\A[A-Z]{1,20}\z")]
    private static partial Regex MethodForm();
}
