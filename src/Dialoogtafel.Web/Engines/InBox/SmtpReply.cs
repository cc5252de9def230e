using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Engines;

/// <summary>One reply of a server (RFC 5321 section 4.2).</summary>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int WordsLimit = 300;

    public bool IsDone => Code is >= 200 and < 300;

    public bool IsGoOn => Code is >= 300 and < 400;

    /// <summary>421: the server closes the connection.</summary>
    public bool IsGoodbye => Code == 421;

    /// <summary>
    /// 5xx about us instead of the mail: sign in first, wrong password, encryption wanted (RFC 4954, 3207). The organiser can mend it, so
    /// the mail waits.
    /// </summary>
    public bool IsAboutOurAccount => Code is 530 or 534 or 535 or 538;

    /// <summary>Code and text in one line of at most 300 characters, addresses of people left out.</summary>
    public string Words => Shorten(Code + " " + string.Join(' ', Lines));

    public static string Shorten(string text)
    {
        var line = Address().Replace(OneLine.Of(text), "…");
        return line.Length <= WordsLimit ? line : line[..(WordsLimit - 1)] + "…";
    }

    [GeneratedRegex(@"[^\s<>""'(),;:]+@[^\s<>""'(),;]+")]
    private static partial Regex Address();
}

/// <summary>
/// The conversation cannot go on: no connection, a time-out, a break, or words that are no SMTP. The message is in Dutch and fit for the
/// outbox page.
/// </summary>
internal sealed class SmtpBrokenException(string message) : Exception(message);
