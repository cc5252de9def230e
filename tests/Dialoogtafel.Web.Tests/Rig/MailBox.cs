using System.Text;
using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>A mail of a local mailbox as a person reads it: its text part.</summary>
public sealed partial record MailBox(string File, string Headers, string Text)
{
    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<MailBox> In(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(Read)]
            : [];

    public bool IsTo(string address) =>
        Regex.IsMatch(Headers, $"^To:.*{Regex.Escape(address)}", RegexOptions.Multiline | RegexOptions.IgnoreCase);

    /// <summary>The path of the first link in the text that begins with this path.</summary>
    public string LinkTo(string path) =>
        new Uri(
            Links().Single(link => new Uri(link).AbsolutePath.StartsWith(path, StringComparison.Ordinal))
        ).PathAndQuery;

    public IEnumerable<string> Links() => Address().Matches(Text).Select(match => match.Value).Distinct();

    private static MailBox Read(string file)
    {
        var raw = System.IO.File.ReadAllText(file);
        var parts = raw.Split("\r\n\r\n", 2);
        var plain = Regex.Match(
            raw,
            "Content-Type: text/plain[^\r]*(?:\r\n[^\r]+)*\r\n\r\n(?<body>.*?)\r\n--",
            RegexOptions.Singleline
        );
        var head = raw[..plain.Groups["body"].Index];
        var body = plain.Groups["body"].Value;
        var encoding = Regex
            .Match(
                head[head.LastIndexOf("Content-Type: text/plain", StringComparison.Ordinal)..],
                "Content-Transfer-Encoding: (\\S+)"
            )
            .Groups[1]
            .Value;
        var text = encoding switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "quoted-printable" => QuotedPrintable(body),
            _ => body,
        };
        return new MailBox(file, parts[0], text);
    }

    private static string QuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        body = body.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] == '=')
            {
                bytes.Add(Convert.ToByte(body.Substring(at + 1, 2), 16));
                at += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(body[at].ToString()));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex("https?://[^\\s<>\"]+")]
    private static partial Regex Address();
}
