using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// A calendar text that travels in a mail. <paramref name="Method"/> equals METHOD in the text (RFC 6047).
/// </summary>
public sealed record CalendarPart(string Method, string Text);

/// <summary>
/// Everything that one mail to one person says, before it becomes bytes. There is one recipient, never a Cc or Bcc
/// (S23).
/// </summary>
public sealed record MailDraft
{
    /// <summary>
    /// Without angle brackets, for example <c>42.7f3a@tafel.example</c>; a function of the outbox row (S41).
    /// </summary>
    public required string MessageId { get; init; }
    public required DateTimeOffset Date { get; init; }
    public required Mailbox From { get; init; }
    public required Mailbox To { get; init; }
    public Mailbox? ReplyTo { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }

    /// <summary>Two letters, for the Content-Language header.</summary>
    public required string Language { get; init; }
    public CalendarPart? Calendar { get; init; }

    /// <summary>
    /// Further headers, such as Auto-Submitted. Values are one line of text; a line break in one is refused.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
