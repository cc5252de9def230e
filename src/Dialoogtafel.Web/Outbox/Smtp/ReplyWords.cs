using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>What a server said, fit for the outbox page. What it means: <see cref="Refusals"/>.</summary>
internal static partial class ReplyWords
{
    private const int WordsLimit = 300;

    /// <summary>One line of at most 300 characters, addresses of people left out.</summary>
    public static string Shorten(string text)
    {
        var line = WithoutAddresses(OneLine.Of(text));
        return line.Length <= WordsLimit ? line : line[..(WordsLimit - 1)] + "…";
    }

    /// <summary>The words without mail addresses: those are of people.</summary>
    public static string WithoutAddresses(string text) => Address().Replace(text, "…");

    /// <summary>A reply of RFC 5321; anything else is no SMTP.</summary>
    public static bool IsReply(int code) => code is >= 200 and <= 599;

    [GeneratedRegex(@"[^\s<>""'(),;:]+@[^\s<>""'(),;]+")]
    private static partial Regex Address();
}
