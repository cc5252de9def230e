using System.Text.RegularExpressions;
using MimeKit;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>What stands in a mail that the sink took.</summary>
public static partial class SinkMails
{
    /// <summary>Its text part, without the invisible mark that keeps a value from becoming a link.</summary>
    public static string Plain(this SinkMail mail) =>
        mail.Read().TextBody!.Replace("\u200C", "", StringComparison.Ordinal);

    public static MimeMessage Read(this SinkMail mail) => MimeMessage.Load(new MemoryStream(mail.Wire));

    public static IEnumerable<string> Links(this SinkMail mail) =>
        Address().Matches(mail.Plain()).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"https?://[^\s<>]+")]
    private static partial Regex Address();
}
