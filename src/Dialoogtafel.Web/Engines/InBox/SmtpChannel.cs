using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Dialoogtafel.Web.Mail;

namespace Dialoogtafel.Web.Engines;

/// <summary>
/// Bytes and replies over one connection. Every step takes at most the server's time-out and ends in an answer or a <see
/// cref="SmtpBrokenException"/>.
/// </summary>
internal sealed class SmtpChannel : IAsyncDisposable
{
    private const int ReplyLimit = 16 * 1024;
    private readonly SmtpServer _server;
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;
    private Stream _stream = Stream.Null;

    private SmtpChannel(SmtpServer server) => _server = server;

    public bool IsEncrypted => _stream is SslStream;

    public IPAddress LocalAddress => ((IPEndPoint)_socket.LocalEndPoint!).Address;

    public static async Task<SmtpChannel> ConnectAsync(SmtpServer server, CancellationToken stop)
    {
        var channel = new SmtpChannel(server);
        try
        {
            await channel.StepAsync(limit => channel._socket.ConnectAsync(server.Host, server.Port, limit).AsTask(), stop);
            channel._stream = new NetworkStream(channel._socket, ownsSocket: true);
            if (server.Security == SmtpSecurity.Tls)
                await channel.EncryptAsync(stop);
            return channel;
        }
        catch
        {
            await channel.DisposeAsync();
            throw;
        }
    }

    public async Task EncryptAsync(CancellationToken stop)
    {
        ExpectSilence();
        var encrypted = new SslStream(_stream);
        var options = new SslClientAuthenticationOptions { TargetHost = _server.Host };
        if (_server.TrustedRoot is { } root)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.Add(root);
        }
        await StepAsync(limit => encrypted.AuthenticateAsClientAsync(options, limit), stop);
        _stream = encrypted;
    }

    public Task SendAsync(string command, CancellationToken stop)
    {
        ExpectSilence();
        return SendAsync(Encoding.UTF8.GetBytes(command + "\r\n"), stop);
    }

    /// <summary>
    /// Words that came before they were asked for would be taken for the answer to the next step: a refusal for a yes, or, before the
    /// encryption, somebody else's words.
    /// </summary>
    public void ExpectSilence()
    {
        if (_start < _end)
            throw new SmtpBrokenException("De server sprak voor zijn beurt.");
    }

    public Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop) =>
        StepAsync(limit => _stream.WriteAsync(bytes, limit).AsTask(), stop);

    public async Task<SmtpReply> ReadReplyAsync(CancellationToken stop)
    {
        SmtpReply? reply = null;
        await StepAsync(async limit => reply = await ReadLinesAsync(limit), stop);
        return reply!;
    }

    private async Task<SmtpReply> ReadLinesAsync(CancellationToken limit)
    {
        var lines = new List<string>();
        for (var left = ReplyLimit; ;)
        {
            var line = await ReadLineAsync(left, limit);
            left -= line.Length + 1;
            if (line.Length < 3 || !int.TryParse(line[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || code is < 200 or > 599
                || (line.Length > 3 && line[3] is not (' ' or '-')))
                throw new SmtpBrokenException("De server gaf een onbegrijpelijk antwoord.");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
                return new SmtpReply(code, lines);
        }
    }

    private async Task<string> ReadLineAsync(int limitOctets, CancellationToken limit)
    {
        var line = new StringBuilder();
        while (line.Length < limitOctets)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await _stream.ReadAsync(_buffer, limit);
                if (_end == 0)
                    throw new SmtpBrokenException("De server verbrak de verbinding.");
            }
            var next = (char)_buffer[_start++];
            if (next == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append(next);
        }
        throw new SmtpBrokenException("De server gaf een te lang antwoord.");
    }

    private async Task StepAsync(Func<CancellationToken, Task> step, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_server.Timeout);
        try
        {
            await step(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new SmtpBrokenException("De server gaf geen antwoord binnen de tijd.");
        }
        catch (AuthenticationException)
        {
            throw new SmtpBrokenException(
                "De versleutelde verbinding is niet te vertrouwen: het certificaat of de naam van de server klopt niet.");
        }
        catch (SocketException exception)
        {
            throw new SmtpBrokenException($"Geen verbinding met de server ({exception.SocketErrorCode}).");
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or ArgumentException)
        {
            throw new SmtpBrokenException("De verbinding met de server brak af.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.DisposeAsync();
        }
        catch (IOException)
        {
            // Closing a broken connection; there is nothing left to lose.
        }
        _socket.Dispose();
    }
}
