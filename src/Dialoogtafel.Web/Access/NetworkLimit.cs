using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dialoogtafel.Web.Access;

/// <summary>What is counted for a network.</summary>
public enum Counted
{
    /// <summary>An address with a token that opens nothing (S08).</summary>
    MissedLink,

    /// <summary>Asking for a mail with a link (S72).</summary>
    AskedLink,
}

/// <summary>
/// Counts within ten minutes by network: /24 for IPv4, /56 for IPv6. Only what goes wrong counts, and only that is
/// refused: a school or an office behind one address keeps its valid links (S72: per person, not per building). In
/// memory: a restart forgets, and nothing about who visits is stored. ASP.NET Core's rate limiter counts before it is
/// known whether a link is good, so it cannot do this.
/// </summary>
public sealed class NetworkLimit(TimeProvider clock)
{
    /// <summary>More than this many within <see cref="Window"/> get 429.</summary>
    public const int Most = 30;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int MostNetworks = 20_000;

    private readonly ConcurrentDictionary<(Counted, string), Queue<DateTimeOffset>> seen = new();

    /// <summary>Counts this one.</summary>
    /// <returns>False when it is one too many.</returns>
    public bool Allow(Counted what, HttpContext http)
    {
        var now = clock.GetUtcNow();
        if (seen.Count > MostNetworks)
        {
            Forget(now);
        }

        var times = seen.GetOrAdd((what, NetworkOf(http.Connection.RemoteIpAddress)), _ => new Queue<DateTimeOffset>());
        lock (times)
        {
            while (times.TryPeek(out var oldest) && oldest <= now - Window)
            {
                times.Dequeue();
            }

            if (times.Count >= Most)
            {
                return false;
            }

            times.Enqueue(now);
            return true;
        }
    }

    /// <summary>
    /// The first 24 bits of an IPv4 address, also when it came mapped into IPv6, or the first 56 of an IPv6 one.
    /// </summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var own = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Convert.ToHexString(
            own.GetAddressBytes().AsSpan(0, own.AddressFamily == AddressFamily.InterNetwork ? 3 : 7)
        );
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (network, times) in seen)
        {
            lock (times)
            {
                if (times.Count == 0 || times.Last() <= now - Window)
                {
                    seen.TryRemove(network, out _);
                }
            }
        }
    }
}
