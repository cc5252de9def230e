using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>How far the conversation was when the server said no.</summary>
internal enum SmtpMoment
{
    /// <summary>Greeting, EHLO, STARTTLS.</summary>
    Greeting,
    SignIn,

    /// <summary>MAIL FROM: the server does not know yet to whom.</summary>
    Sender,
    Recipient,

    /// <summary>DATA, and the reply after the final dot.</summary>
    Content,
}

/// <summary>
/// A refusal is not a dead address: reads whether it is about this address, about now, or about us, by <see
/// cref="RefusalTable"/>. First what no code can change (the account's limit, a 4xx), then the code, then well-known
/// words. Undecided words are not now. Before the server knows the recipient it cannot be about that address.
/// </summary>
internal static partial class Refusals
{
    /// <summary>The From address is none: nothing was said yet, and it is no fault of the recipient.</summary>
    public static readonly SendResult BadSender = new(SendOutcome.AboutUs, "Het afzenderadres is geen goed mailadres.")
    {
        Cause = PauseCause.Sender,
        IsCertain = true,
    };

    /// <param name="text">The words of the reply without its basic code; more lines joined by a space or a line
    /// end.</param>
    /// <param name="before">Our own words in front of the server's, for the outbox page.</param>
    public static SendResult ResultOf(SmtpMoment at, int code, string text, string before = "")
    {
        var means = Read(at, code, text);
        return new(means.Outcome, ReplyWords.Shorten($"{before}{code} {text}"))
        {
            Cause = means.Cause,
            IsCertain = means.IsCertain,
        };
    }

    public static Refusal Read(SmtpMoment at, int code, string text)
    {
        var said = Plain(text);
        if (IsAccountLimit(said))
        {
            return Refusal.Us(PauseCause.Quota);
        }

        if (code < 500)
        {
            return at == SmtpMoment.SignIn && said.Contains("too many", StringComparison.Ordinal)
                ? Refusal.Us(PauseCause.SignIn)
                : Refusal.NotNow;
        }

        if (at == SmtpMoment.SignIn)
        {
            return Refusal.Us(PauseCause.SignIn);
        }

        var enhanced = Enhanced().Match(text);
        if (Says(said, RefusalTable.Wait) || enhanced.Groups["class"].Value == "4")
        {
            return Refusal.NotNow;
        }

        var isFull = Says(said, RefusalTable.Full);
        if (at >= SmtpMoment.Recipient)
        {
            return isFull
                ? Refusal.NotNow
                : ByCode(code, enhanced, said, mailboxes: true)
                    ?? (
                        at == SmtpMoment.Recipient && Says(said, RefusalTable.NoMailbox)
                            ? Refusal.Address
                            : Refusal.NotNow
                    );
        }

        // The only mailbox that it can speak of here is ours.
        return isFull
            ? Refusal.Us(PauseCause.Quota)
            : ByCode(code, enhanced, said, mailboxes: false) switch
            {
                { Cause: { } cause } => Refusal.Us(cause),
                { Outcome: SendOutcome.TryAgain } => Refusal.NotNow,
                _ => Refusal.Us(at == SmtpMoment.Sender ? PauseCause.Sender : PauseCause.Blocked),
            };
    }

    /// <param name="mailboxes">Whether codes about an address or mailbox count.</param>
    private static Refusal? ByCode(int code, Match enhanced, string said, bool mailboxes)
    {
        var basic = code.ToString(CultureInfo.InvariantCulture);
        var row = RefusalTable.Codes.FirstOrDefault(row =>
            (Covers(row.Code, basic) || (enhanced.Success && Covers(row.Code, enhanced.Groups["code"].Value)))
            && (mailboxes || !IsOfMailbox(row.Code))
            && (row.Said is null || said.Contains(row.Said, StringComparison.Ordinal))
        );
        return row is { WordsFirst: false } ? row.Means : ByWords(said) ?? row?.Means;
    }

    private static Refusal? ByWords(string said)
    {
        foreach (var (means, words) in RefusalTable.Words)
        {
            if (Says(said, words))
            {
                return means;
            }
        }

        return null;
    }

    private static bool IsOfMailbox(string code) =>
        code.StartsWith("5.1.", StringComparison.Ordinal) || code.StartsWith("5.2.", StringComparison.Ordinal);

    private static bool IsAccountLimit(string said) =>
        !said.Contains("receiv", StringComparison.Ordinal)
        && (
            Says(said, RefusalTable.Quota)
            || (
                Says(said, RefusalTable.InTime)
                && Says(said, RefusalTable.Limit)
                && !Says(said, RefusalTable.NotOfTheAccount)
            )
        );

    /// <summary>"5.7.20-26" covers 5.7.20 to 5.7.26.</summary>
    private static bool Covers(string row, string code)
    {
        var (dash, dot) = (row.IndexOf('-', StringComparison.Ordinal), code.LastIndexOf('.') + 1);
        if (dash < 0 || row.LastIndexOf('.') + 1 != dot || !row.AsSpan(0, dot).SequenceEqual(code.AsSpan(0, dot)))
        {
            return row == code;
        }

        var detail = Number(code.AsSpan(dot));
        return detail >= Number(row.AsSpan(dot, dash - dot)) && detail <= Number(row.AsSpan(dash + 1));
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool Says(string said, string[] words) =>
        words.Any(word => said.Contains(word, StringComparison.Ordinal));

    /// <summary>
    /// Small letters and figures with single spaces, one at each end. Without addresses: anything may be somebody's
    /// name.
    /// </summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ");
        foreach (var letter in ReplyWords.WithoutAddresses(text).Replace('’', '\'').ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter == '\'')
            {
                plain.Append(letter);
            }
            else if (plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.Append(' ').ToString();
    }

    /// <summary>
    /// The first enhanced code (RFC 3463), in front or further on as in "(#5.1.1)"; no part of an IP address or of a
    /// version.
    /// </summary>
    [GeneratedRegex(@"(?<![\d.])(?<code>(?<class>[45])\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)")]
    private static partial Regex Enhanced();
}
