using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// A mail server for tests on a free loopback port: takes everything, records it before it answers, and can be told to
/// misbehave at any step. With a certificate it offers STARTTLS, or speaks TLS at once when <c>implicitTls</c> is set.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2? _certificate;
    private readonly bool _implicitTls;
    private readonly ConcurrentDictionary<SmtpStep, ConcurrentQueue<SinkAct?>> _script = new();
    private int _connections;

    public SmtpSink(X509Certificate2? certificate = null, bool implicitTls = false)
    {
        (_certificate, _implicitTls) = (certificate, implicitTls);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every mail whose final dot came in, also when the answer was then a refusal or a break.</summary>
    public ConcurrentQueue<SinkMail> Mails { get; } = new();

    /// <summary>Every command line, over all connections, and "(tls)" where the encryption began.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>The mails for which it took the responsibility: 250 after the dot.</summary>
    public ConcurrentQueue<SinkMail> Taken { get; } = new();

    /// <summary>
    /// What it says at a step where the script says nothing, by the step and the address that the step is about: the
    /// sender at MAIL, else the recipient. Null is the normal answer.
    /// </summary>
    public Func<SmtpStep, string, string?> Rule { get; set; } = (_, _) => null;

    public int Connections => _connections;

    /// <summary>Extra EHLO lines.</summary>
    public string[] Offers { get; init; } = ["8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN"];

    public bool OffersStartTls { get; init; } = true;

    /// <summary>Recipients that it refuses for good.</summary>
    public string[] Unknown { get; init; } = [];

    /// <summary>
    /// The next times that <paramref name="step"/> is reached, one act each; null is the normal answer. After the last
    /// act all is normal again.
    /// </summary>
    public SmtpSink At(SmtpStep step, params SinkAct?[] acts)
    {
        foreach (var act in acts)
            _script.GetOrAdd(step, _ => new()).Enqueue(act);
        return this;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                client.NoDelay = true;
                Interlocked.Increment(ref _connections);
                _ = new Conversation(this, client).RunAsync();
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
    }

    private sealed class HangUp : Exception;

    private sealed class Conversation(SmtpSink sink, TcpClient client)
    {
        private Stream _stream = client.GetStream();
        private string _from = "";
        private string? _refusal;
        private readonly List<string> _to = [];

        public async Task RunAsync()
        {
            using var closing = client;
            try
            {
                if (sink._implicitTls)
                    await EncryptAsync();
                await AnswerAsync(SmtpStep.Greeting, "220 sink.test ESMTP");
                while (await ReadLineAsync() is { } line)
                {
                    sink.Commands.Enqueue(line);
                    await HandleAsync(line);
                }
            }
            catch (Exception exception)
                when (exception
                        is HangUp
                            or IOException
                            or OperationCanceledException
                            or SocketException
                            or ObjectDisposedException
                            or System.Security.Authentication.AuthenticationException
                )
            {
                // One side hung up.
            }
        }

        private async Task HandleAsync(string line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "HELO" when _refusal is not null:
                    // Who is refused by name is refused in the old way of greeting too.
                    await SayAsync(_refusal);
                    break;
                case "EHLO":
                    var offers =
                        sink._certificate is not null && sink.OffersStartTls && _stream is not SslStream
                            ? sink.Offers.Append("STARTTLS")
                            : sink.Offers;
                    await GreetAsync(
                        string.Join("\r\n", offers.Prepend("sink.test").Select(offer => "250-" + offer))
                            + "\r\n250 HELP"
                    );
                    break;
                case "STARTTLS":
                    await AnswerAsync(SmtpStep.StartTls, "220 go");
                    await EncryptAsync();
                    break;
                case "AUTH" when line.EndsWith("LOGIN", StringComparison.Ordinal):
                    await SayAsync("334 VXNlcm5hbWU6");
                    sink.Commands.Enqueue(await ReadLineAsync() ?? "");
                    await SayAsync("334 UGFzc3dvcmQ6");
                    sink.Commands.Enqueue(await ReadLineAsync() ?? "");
                    await AnswerAsync(SmtpStep.Auth, "235 welcome");
                    break;
                case "AUTH":
                    await AnswerAsync(SmtpStep.Auth, "235 welcome");
                    break;
                case "MAIL":
                    _from = AddressIn(line);
                    _to.Clear();
                    await AnswerAsync(SmtpStep.Mail, "250 sender ok");
                    break;
                case "RCPT":
                    _to.Add(AddressIn(line));
                    await AnswerAsync(
                        SmtpStep.Rcpt,
                        sink.Unknown.Contains(_to[^1]) ? "550 5.1.1 no such user" : "250 recipient ok"
                    );
                    break;
                case "DATA":
                    if (await AnswerAsync(SmtpStep.Data, "354 go ahead") == "354")
                        await TakeBodyAsync();
                    break;
                case "RSET":
                    await AnswerAsync(SmtpStep.Reset, "250 fresh");
                    break;
                case "QUIT":
                    await AnswerAsync(SmtpStep.Quit, "221 bye");
                    break;
                default:
                    await SayAsync("500 what");
                    break;
            }
        }

        private Task GreetAsync(string normal)
        {
            var act = ActAt(SmtpStep.Ehlo, normal);
            _refusal = act is SinkAct.Say { Lines: ['4' or '5', ..] } refused ? refused.Lines : null;
            return ActAsync(act);
        }

        private async Task TakeBodyAsync()
        {
            // A script for the body acts after the first 1,000 octets.
            var wire = new MemoryStream();
            sink._script.TryGetValue(SmtpStep.Body, out var acts);
            var one = new byte[1];
            while (!Ends(wire))
            {
                if (wire.Length >= 1000 && acts is not null && acts.TryDequeue(out var act) && act is not null)
                    await ActAsync(act);
                if (await _stream.ReadAsync(one, sink._end.Token) == 0)
                    throw new HangUp();
                wire.WriteByte(one[0]);
            }
            var mail = new SinkMail(_from, [.. _to], wire.ToArray()[..^3], _stream is SslStream);
            sink.Mails.Enqueue(mail);
            var answer = ActAt(SmtpStep.Dot, "250 taken");
            if (answer is SinkAct.Say { Lines: ['2', ..] })
                sink.Taken.Enqueue(mail);
            await ActAsync(answer);
        }

        private static bool Ends(MemoryStream wire) =>
            wire.GetBuffer().AsSpan(0, (int)wire.Length) is var all
            && (all.EndsWith("\r\n.\r\n"u8) || all.SequenceEqual(".\r\n"u8));

        private async Task<string> AnswerAsync(SmtpStep step, string normal)
        {
            var act = ActAt(step, normal);
            await ActAsync(act);
            return act is SinkAct.Say say && say.Lines.Length >= 3 ? say.Lines[..3] : "";
        }

        private SinkAct ActAt(SmtpStep step, string normal) =>
            sink._script.TryGetValue(step, out var acts) && acts.TryDequeue(out var scripted) && scripted is not null
                ? scripted
                : new SinkAct.Say(sink.Rule(step, step == SmtpStep.Mail ? _from : _to.LastOrDefault() ?? "") ?? normal);

        private async Task ActAsync(SinkAct act)
        {
            switch (act)
            {
                case SinkAct.Say say:
                    await SayAsync(say.Lines);
                    if (
                        say.Lines.StartsWith("421", StringComparison.Ordinal)
                        || say.Lines.StartsWith("221", StringComparison.Ordinal)
                    )
                        throw new HangUp();
                    break;
                case SinkAct.Drop:
                    throw new HangUp();
                case SinkAct.Silence:
                    await Task.Delay(Timeout.InfiniteTimeSpan, sink._end.Token);
                    break;
                case SinkAct.Drip drip:
                    foreach (var octet in Encoding.UTF8.GetBytes(drip.Lines + "\r\n"))
                    {
                        await _stream.WriteAsync(new[] { octet }, sink._end.Token);
                        await Task.Delay(drip.Pause, sink._end.Token);
                    }
                    break;
            }
        }

        private Task SayAsync(string lines) =>
            _stream.WriteAsync(Encoding.UTF8.GetBytes(lines + "\r\n"), sink._end.Token).AsTask();

        private async Task EncryptAsync()
        {
            sink.Commands.Enqueue("(tls)");
            var encrypted = new SslStream(_stream);
            await encrypted.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = sink._certificate },
                sink._end.Token
            );
            _stream = encrypted;
        }

        private async Task<string?> ReadLineAsync()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, sink._end.Token) == 1)
            {
                if (one[0] == '\n')
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }
            return null;
        }

        private static string AddressIn(string line) =>
            line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
    }
}
