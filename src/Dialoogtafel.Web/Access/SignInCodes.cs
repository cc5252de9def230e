using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dialoogtafel.Web.Access;

/// <summary>
/// The code that a sign-in link shows in another browser: eight digits of HMAC-SHA256(link secret, hash of the link's
/// token). Derived and not stored, so that a link scanner which opens the link and presses its button changes nothing
/// (S02, S03).
/// </summary>
public sealed class SignInCodes(byte[] secret)
{
    /// <summary>
    /// Long enough for five tries at each of the few links that an address gets in ten minutes (ASVS V6.5.4: at least
    /// 20 bits).
    /// </summary>
    public const int Digits = 8;

    // Keeps these values apart from those of personal links, which come from the same secret.
    private const string Purpose = "aanmeldcode:";

    public string For(string tokenHash)
    {
        var mac = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(Purpose + tokenHash));
        return (BinaryPrimitives.ReadUInt64BigEndian(mac) % 100_000_000).ToString(
            $"D{Digits}",
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>Compares in constant time; spaces and dashes in what was typed do not count.</summary>
    public bool Matches(string? typed, string tokenHash) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(SignInSecrets.Tidy(typed)),
            Encoding.UTF8.GetBytes(For(tokenHash))
        );
}
