using Dialoogtafel.Web.Mail;

namespace Dialoogtafel.Web.Engines;

/// <summary>One reply of a server (RFC 5321 section 4.2).</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsDone => Code is >= 200 and < 300;

    public bool IsGoOn => Code is >= 300 and < 400;

    /// <summary>421: the server closes the connection.</summary>
    public bool IsGoodbye => Code == 421;

    /// <summary>What was said, without the code.</summary>
    public string Text => string.Join(' ', Lines);

    public string Words => ReplyWords.Shorten(Code + " " + Text);
}

/// <summary>
/// The conversation cannot go on: no connection, a time-out, a break, or words that are no SMTP. The message is in Dutch and fit for the
/// outbox page.
/// </summary>
internal sealed class SmtpBrokenException(string message) : Exception(message)
{
    /// <summary>What it means when the server refused us while greeting, encrypting or signing in.</summary>
    public SendResult? Refusal { get; init; }
}
