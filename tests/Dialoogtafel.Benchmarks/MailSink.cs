using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dialoogtafel.Benchmarks;

/// <summary>A mail server that says yes to everything, counts, and keeps nothing unless it is asked to.</summary>
public sealed class MailSink : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    int received;

    public MailSink()
    {
        listener.Start();
        _ = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Mails taken in so far: those whose final dot was answered with 250.</summary>
    public int Received => Volatile.Read(ref received);

    /// <summary>Keeps the bytes of each mail, which costs time.</summary>
    public bool Keeps { get; set; }

    /// <summary>
    /// Bytes as they were before the conversation: without the final dot and the dots of RFC 5321 section 4.5.2.
    /// </summary>
    public ConcurrentQueue<byte[]> Kept { get; } = new();

    async Task Listen()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    async Task Serve(TcpClient client)
    {
        using var mine = client;
        client.NoDelay = true;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        async Task Say(string line) => await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
        try
        {
            await Say("220 sink.test ready");
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                if (verb == "DATA")
                {
                    await Say("354 go on");
                    var mail = Keeps ? new StringBuilder() : null;
                    while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".")
                        mail?.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
                    if (mail is not null)
                        Kept.Enqueue(Encoding.Latin1.GetBytes(mail.ToString()));
                    Interlocked.Increment(ref received);
                }
                await Say(
                    verb switch
                    {
                        "QUIT" => "221 bye",
                        "EHLO" => "250-sink.test\r\n250-PIPELINING\r\n250 8BITMIME",
                        _ => "250 ok",
                    }
                );
                if (verb == "QUIT")
                    return;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException) { }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
    }
}
