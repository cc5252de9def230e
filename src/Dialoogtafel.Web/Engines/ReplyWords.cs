using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Engines;

/// <summary>What a server said, fit for the outbox page; and what its numbers are about.</summary>
internal static partial class ReplyWords
{
    private const int WordsLimit = 300;

    /// <summary>One line of at most 300 characters, addresses of people left out.</summary>
    public static string Shorten(string text)
    {
        var line = Address().Replace(OneLine.Of(text), "…");
        return line.Length <= WordsLimit ? line : line[..(WordsLimit - 1)] + "…";
    }

    /// <summary>
    /// 5xx about us instead of the mail: sign in first, wrong password, encryption wanted (RFC 4954, 3207). The organiser can mend it, so
    /// the mail waits.
    /// </summary>
    public static bool IsAboutOurAccount(int code) => code is 530 or 534 or 535 or 538;

    /// <summary>A reply of RFC 5321; anything else is no SMTP.</summary>
    public static bool IsReply(int code) => code is >= 200 and <= 599;

    [GeneratedRegex(@"[^\s<>""'(),;:]+@[^\s<>""'(),;]+")]
    private static partial Regex Address();
}
