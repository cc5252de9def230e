using System.Globalization;
using System.Text;
using MailKit;

namespace Dialoogtafel.Web.Outbox.Smtp;

/// <summary>
/// Listens to a conversation, to keep it to three rules that MailKit has not: every step takes at most the time-out
/// however slowly the server speaks, an answer has an end, and nobody speaks out of turn. It keeps nothing.
/// </summary>
internal sealed class Conversation(TimeSpan step) : IProtocolLogger
{
    private const int ReplyLimit = 16 * 1024;
    private readonly StringBuilder _heard = new();
    private CancellationTokenSource? _limit;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>Begins one round of steps. Every command of ours starts the time anew.</summary>
    /// <param name="stop">Ends it too, as long as <paramref name="mayStop"/> says so.</param>
    public Round Begin(Func<bool> mayStop, CancellationToken stop)
    {
        var limit = _limit = new CancellationTokenSource(step);
        return new Round(
            this,
            limit,
            stop.Register(() =>
            {
                if (mayStop())
                    limit.Cancel();
            })
        );
    }

    /// <summary>Words that came before they were asked for would be taken for the answer to the next step.</summary>
    public bool SpokeOutOfTurn
    {
        get
        {
            var lines = _heard.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return lines.Take(lines.Length - 1).Any(line => line.Length < 4 || line[3] != '-');
        }
    }

    /// <summary>
    /// What the server said last, since our last command: MailKit's exceptions do not always tell. Null when that is no
    /// reply.
    /// </summary>
    public (int Code, string Text)? Reply =>
        _heard.ToString().TrimEnd().Split('\n')[^1] is [_, _, _, .. var text] line
        && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? (code, text.TrimStart('-', ' '))
            : null;

    /// <exception cref="IOException">The server spoke out of turn.</exception>
    public void ExpectSilence()
    {
        if (SpokeOutOfTurn)
            throw new IOException("De server sprak voor zijn beurt.");
    }

    public void LogConnect(Uri uri) => _heard.Clear();

    public void LogClient(byte[] buffer, int offset, int count)
    {
        _heard.Clear();
        _limit?.CancelAfter(step);
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        _heard.Append(Encoding.UTF8.GetString(buffer, offset, count));
        if (_heard.Length > ReplyLimit)
            _limit?.Cancel();
    }

    public void Dispose() => _limit = null;

    internal sealed class Round(
        Conversation conversation,
        CancellationTokenSource limit,
        CancellationTokenRegistration stopping
    ) : IDisposable
    {
        public CancellationToken Token => limit.Token;

        public void Dispose()
        {
            stopping.Dispose();
            conversation._limit = null;
            limit.Dispose();
        }
    }
}
