using System.Diagnostics;

namespace Dialoogtafel.Benchmarks;

/// <summary>Asks a site as fast as it answers, over a fixed number of connections.</summary>
/// <param name="connections">Each has one request under way at a time.</param>
/// <param name="duration">How long one round lasts.</param>
public sealed class Load(int connections, TimeSpan duration)
{
    /// <summary>One write to ten reads, the mix of a table's week.</summary>
    public static bool IsWrite(int turn) => turn % 11 == 10;

    /// <summary>Runs one round and returns the answered requests per second.</summary>
    /// <param name="address">Base address.</param>
    /// <param name="request">Makes the request of a connection's n-th turn; both count from 0. Cookies are the
    /// request's own affair.</param>
    /// <exception cref="InvalidOperationException">An answer is 400 or above: a wrong measurement is worse than
    /// none.</exception>
    public async Task<double> Round(Uri address, Func<int, int, HttpRequestMessage> request)
    {
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = connections,
        };
        using var client = new HttpClient(handler) { BaseAddress = address };
        var clock = Stopwatch.StartNew();
        var answered = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(c => Task.Run(() => Connection(client, clock, c, request)))
        );
        return answered.Sum() / clock.Elapsed.TotalSeconds;
    }

    async Task<int> Connection(
        HttpClient client,
        Stopwatch clock,
        int connection,
        Func<int, int, HttpRequestMessage> request
    )
    {
        var turn = 0;
        for (; clock.Elapsed < duration; turn++)
        {
            using var message = request(connection, turn);
            using var response = await client.SendAsync(message);
            if ((int)response.StatusCode >= 400)
                throw new InvalidOperationException(
                    $"{message.Method} {message.RequestUri} answers {(int)response.StatusCode}"
                );
            await response.Content.ReadAsByteArrayAsync();
        }
        return turn;
    }
}
