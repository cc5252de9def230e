using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dialoogtafel.Domain.Links;

namespace Dialoogtafel.Web.Links;

/// <summary>
/// Tokens of personal links, derived and never stored (D-04, S01): 7 characters for the id, 32 for 160
/// bits of HMAC-SHA256(link secret, purpose, id, version). Letters and digits only, so that no mail program breaks the
/// link.
/// </summary>
public sealed class LinkTokens(byte[] secret)
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int IdLength = 7;
    private const int MacLength = 32;

    public string For(PersonalLink link) => EncodeId(link.Id) + Mac(link);

    /// <summary>
    /// The link id that a token names; null when it cannot be a token. Says nothing about whether the token is right.
    /// </summary>
    public static int? IdOf(string token)
    {
        if (token.Length != IdLength + MacLength)
        {
            return null;
        }

        long id = 0;
        foreach (var letter in token.AsSpan(0, IdLength))
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            id = (id << 5) | (uint)digit;
        }

        return id is > 0 and <= int.MaxValue ? (int)id : null;
    }

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string token, PersonalLink link) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(For(link)));

    private static string EncodeId(int id)
    {
        var letters = new char[IdLength];
        for (var place = IdLength - 1; place >= 0; place--)
        {
            letters[place] = Alphabet[id & 31];
            id >>= 5;
        }

        return new string(letters);
    }

    private string Mac(PersonalLink link)
    {
        Span<byte> message = stackalloc byte[12];
        BinaryPrimitives.WriteInt32BigEndian(message, (int)link.Purpose);
        BinaryPrimitives.WriteInt32BigEndian(message[4..], link.Id);
        BinaryPrimitives.WriteInt32BigEndian(message[8..], link.LinkVersion);
        return Letters(HMACSHA256.HashData(secret, message).AsSpan(0, 20));
    }

    private static string Letters(ReadOnlySpan<byte> bytes)
    {
        var letters = new StringBuilder(bytes.Length * 8 / 5);
        int buffer = 0,
            bits = 0;
        foreach (var item in bytes)
        {
            buffer = (buffer << 8) | item;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                letters.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }
        }

        return letters.ToString();
    }
}
