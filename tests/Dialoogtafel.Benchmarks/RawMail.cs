using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Dialoogtafel.Benchmarks;

/// <summary>What handing over a mail costs at least: one connection, the bare conversation, nothing recorded.</summary>
public static class RawMail
{
    static readonly byte[] End = "\r\n.\r\n"u8.ToArray();

    /// <summary>Writes the same bytes to the sink, once for each mail.</summary>
    /// <param name="mail">CRLF lines that do not begin with a dot.</param>
    /// <param name="accepted">Done after each mail, when not null.</param>
    /// <returns>Mails per second.</returns>
    public static Task<double> Write(int port, ReadOnlyMemory<byte> mail, int count, Action? accepted = null) =>
        Write(port, [.. Enumerable.Repeat(mail, count)], accepted);

    /// <summary>Writes each of these mails once.</summary>
    public static async Task<double> Write(int port, IReadOnlyList<ReadOnlyMemory<byte>> mails, Action? accepted = null)
    {
        byte[][] wholes = [.. mails.Distinct().Select(mail => (byte[])[.. mail.Span, .. End])];
        var clock = Stopwatch.StartNew();
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await Reply(reader);
        await Say("EHLO bench.test");
        for (var i = 0; i < mails.Count; i++)
        {
            await Say("MAIL FROM:<team@tafel.example>");
            await Say("RCPT TO:<anna@deelnemer.test>");
            await Say("DATA");
            await stream.WriteAsync(wholes[i % wholes.Length]);
            await Reply(reader);
            accepted?.Invoke();
        }
        await Say("QUIT");
        return mails.Count / clock.Elapsed.TotalSeconds;

        async Task Say(string line)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
            await Reply(reader);
        }
    }

    static async Task Reply(StreamReader reader)
    {
        string? line;
        do line = await reader.ReadLineAsync() ?? throw new IOException("The sink closed the connection.");
        while (line.Length > 3 && line[3] == '-');
        if (line[0] is not ('2' or '3'))
            throw new InvalidOperationException(line);
    }
}
