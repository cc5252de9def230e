using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dialoogtafel.Web.Rights;

/// <summary>The codes of a code app: six digits that change every 30 seconds (RFC 6238 with HMAC-SHA1, what every app speaks).</summary>
public static class Totp
{
    public const int Digits = 6;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;

    /// <summary>A clock may run one step ahead or behind.</summary>
    private const int Drift = 1;

    /// <summary>160 random bits in base32, 32 characters.</summary>
    public static string NewSecret()
    {
        var bits = RandomNumberGenerator.GetBytes(SecretBytes);
        var text = new StringBuilder();
        for (var bit = 0; bit < SecretBytes * 8; bit += 5)
        {
            var pair = (bits[bit / 8] << 8) | (bit / 8 + 1 < SecretBytes ? bits[bit / 8 + 1] : 0);
            text.Append(Base32[(pair >> (11 - (bit % 8))) & 31]);
        }

        return text.ToString();
    }

    /// <summary>The number of the step in which this moment lies.</summary>
    public static long StepOf(DateTime now) => new DateTimeOffset(now).ToUnixTimeSeconds() / StepSeconds;

    public static string CodeOf(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps speak HMAC-SHA1; its use as HMAC is not touched by the collisions of SHA-1 (RFC 6238).
        var mac = HMACSHA1.HashData(Bytes(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac.AsSpan(mac[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>The step to which a typed code belongs; null when it is wrong or of a step that was used before (a code works once).</summary>
    /// <param name="last">The last step that was used.</param>
    public static long? Match(string secret, string? typed, long last, DateTime now)
    {
        var code = Encoding.ASCII.GetBytes(SignInSecrets.Tidy(typed));
        long? found = null;
        for (var step = StepOf(now) - Drift; step <= StepOf(now) + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(code, Encoding.ASCII.GetBytes(CodeOf(secret, step))) && step > last)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>What an app on this device opens by itself: otpauth://totp/….</summary>
    public static string Address(string secret, string account, string site) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{site}:{account}")}?secret={secret}&issuer={Uri.EscapeDataString(site)}";

    private static byte[] Bytes(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        var (held, bits, at) = (0, 0, 0);
        foreach (var letter in secret)
        {
            (held, bits) = ((held << 5) | Base32.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(held >> bits);
                held &= (1 << bits) - 1;
            }
        }

        return bytes;
    }
}
