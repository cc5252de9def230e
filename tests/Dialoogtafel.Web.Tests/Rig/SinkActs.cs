using System.Text;

namespace Dialoogtafel.Web.Tests.Rig;

public enum SmtpStep
{
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    Body,
    Dot,
    Reset,
    Quit,
}

/// <summary>What the sink does at one step in place of its normal answer.</summary>
public abstract record SinkAct
{
    /// <summary>Says these lines (joined by CRLF as given); closes after a 421 or 221.</summary>
    public sealed record Say(string Lines) : SinkAct;

    /// <summary>Closes the connection without a word.</summary>
    public sealed record Drop : SinkAct;

    /// <summary>Never answers.</summary>
    public sealed record Silence : SinkAct;

    /// <summary>Says one octet every <paramref name="Pause"/>.</summary>
    public sealed record Drip(string Lines, TimeSpan Pause) : SinkAct;
}

/// <summary>
/// One mail as it came over the wire: <paramref name="Wire"/> still with its stuffed dots, without the final dot.
/// </summary>
public sealed record SinkMail(string From, IReadOnlyList<string> To, byte[] Wire, bool Encrypted)
{
    public string Text => Encoding.UTF8.GetString(Wire).Replace("\r\n..", "\r\n.", StringComparison.Ordinal);
}
