using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Reads the .eml files of the local mailbox: headers as text, bodies decoded (RFC 2045), enough to find a link.</summary>
public static partial class LocalMailbox
{
    /// <summary>The decoded text of each mail to this address, oldest first.</summary>
    public static IReadOnlyList<string> MailsTo(this Site site, string address) => !Directory.Exists(site.MailFolder)
        ? []
        : [.. Directory.GetFiles(site.MailFolder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .Where(mail => Regex.IsMatch(mail, $@"(?im)^To:.*{Regex.Escape(address)}")).Select(Decode)];

    /// <summary>The path of the first link that contains <paramref name="part"/>.</summary>
    public static string LinkIn(string mail, string part)
    {
        var link = Link().Matches(mail).Select(match => match.Value).FirstOrDefault(url => url.Contains(part, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No link with {part} in: {mail}");
        return new Uri(link).PathAndQuery;
    }

    private static string Decode(string mail)
    {
        var text = new StringBuilder();
        foreach (Match part in Part().Matches(mail))
        {
            var body = part.Groups["body"].Value;
            text.Append('\n').Append(part.Groups["how"].Value.ToLowerInvariant() switch
            {
                "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(Regex.Replace(body, @"\s|--.*", ""))),
                "quoted-printable" => Quoted(body),
                _ => body,
            });
        }

        return text.ToString();
    }

    private static string Quoted(string body)
    {
        var joined = Regex.Replace(body, "=\r?\n", "");
        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Regex.Replace(joined, "=([0-9A-F]{2})",
            hex => ((char)byte.Parse(hex.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())));
    }

    [GeneratedRegex(@"https?://[^\s""<>)]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"Content-Transfer-Encoding: (?<how>\S+)(?:\r?\n\S[^\r\n]*)*\r?\n\r?\n(?<body>.*?)(?=\r?\n--|\z)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Part();
}
