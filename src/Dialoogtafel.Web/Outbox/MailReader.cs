using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Outbox;

/// <summary>One of our own mails, read back for a page. Missing parts are empty.</summary>
public sealed record MailAsRead(
    string From,
    string To,
    string ReplyTo,
    string Subject,
    string Text,
    string Html,
    bool HasCalendar
);

/// <summary>
/// Reads the mails that this site composed (RFC 5322, 2045, 2047), for the outbox page. Not for mail from outside: it
/// knows the forms that our composers write, and takes what it cannot decode as plain text instead of failing.
/// </summary>
public static partial class MailReader
{
    private const int MaxDepth = 4;

    public static MailAsRead Read(ReadOnlySpan<byte> bytes)
    {
        var mail = Part.Of(Encoding.UTF8.GetString(bytes));
        var leaves = Leaves(mail, MaxDepth).ToList();
        return new MailAsRead(
            Words(mail.Header("From")),
            Words(mail.Header("To")),
            Words(mail.Header("Reply-To")),
            Words(mail.Header("Subject")),
            leaves.FirstOrDefault(part => part.Is("text/plain"))?.Content() ?? "",
            leaves.FirstOrDefault(part => part.Is("text/html"))?.Content() ?? "",
            leaves.Any(part => part.Is("text/calendar"))
        );
    }

    private static IEnumerable<Part> Leaves(Part part, int depth)
    {
        if (depth == 0 || part.Boundary() is not { } boundary)
        {
            return [part];
        }

        // The first piece is the preamble, the last one what follows the closing line.
        var pieces = ("\r\n" + part.Body).Split("\r\n--" + boundary);
        return pieces
            .Skip(1)
            .TakeWhile(piece => !piece.StartsWith("--", StringComparison.Ordinal))
            .SelectMany(piece =>
                Leaves(Part.Of(piece.StartsWith("\r\n", StringComparison.Ordinal) ? piece[2..] : piece), depth - 1)
            );
    }

    /// <summary>
    /// Header text with its encoded words decoded; white space between two of them goes (RFC 2047 section 6.2).
    /// </summary>
    private static string Words(string value) =>
        EncodedWord()
            .Replace(Between().Replace(value, "$1"), word =>
                Encoding.UTF8.GetString(
                    word.Groups["kind"].Value is "B" or "b"
                        ? FromBase64(word.Groups["text"].Value)
                        : FromQuoted(word.Groups["text"].Value.Replace('_', ' '))
                )
            )
            .Replace("\"", "", StringComparison.Ordinal);

    private static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return Encoding.UTF8.GetBytes(text);
        }
    }

    private static byte[] FromQuoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        var source = Encoding.UTF8.GetBytes(text);
        for (var at = 0; at < source.Length; at++)
        {
            if (
                source[at] == '='
                && at + 2 < source.Length
                && byte.TryParse(
                    source.AsSpan(at + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                bytes.Add(value);
                at += 2;
            }
            else
            {
                bytes.Add(source[at]);
            }
        }

        return [.. bytes];
    }

    private sealed record Part(string Head, string Body)
    {
        public static Part Of(string text)
        {
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            return end < 0 ? new Part(text, "") : new Part(Fold().Replace(text[..end], " "), text[(end + 4)..]);
        }

        public string Header(string name) =>
            Head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                is { } line
                ? line[(name.Length + 1)..].Trim()
                : "";

        public bool Is(string type) => Header("Content-Type").StartsWith(type, StringComparison.OrdinalIgnoreCase);

        public string? Boundary() =>
            Is("multipart/") && BoundaryOf().Match(Header("Content-Type")) is { Success: true } match
                ? match.Groups[1].Value
                : null;

        public string Content() =>
            (
                Header("Content-Transfer-Encoding").ToUpperInvariant() switch
                {
                    "BASE64" => Encoding.UTF8.GetString(FromBase64(Body)),
                    "QUOTED-PRINTABLE" => Encoding.UTF8.GetString(
                        FromQuoted(Body.Replace("=\r\n", "", StringComparison.Ordinal))
                    ),
                    _ => Body,
                }
            )
                .ReplaceLineEndings("\n")
                .TrimEnd('\n');
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex BoundaryOf();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[QqBb])\?(?<text>[^? ]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex Between();
}
