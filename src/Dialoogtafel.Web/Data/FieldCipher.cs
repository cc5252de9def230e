using System.Security.Cryptography;
using System.Text;
using Dialoogtafel.Domain;

namespace Dialoogtafel.Web.Data;

/// <summary>
/// Encrypts single texts and mail bytes with the field key (AES-256-GCM, a fresh nonce each time; D-06, S60).
/// Layout: 1 byte version, 12 nonce, 16 tag, ciphertext. Without the key the texts are unreadable for ever.
/// </summary>
public sealed class FieldCipher(byte[] key)
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private const byte Version = 1;

    public SealedText Seal(string text) => Seal(Encoding.UTF8.GetBytes(text));

    public SealedText Seal(ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[1 + Nonce + Tag + plain.Length];
        sealedBytes[0] = Version;
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(1, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(
            sealedBytes.AsSpan(1, Nonce),
            plain,
            sealedBytes.AsSpan(1 + Nonce + Tag),
            sealedBytes.AsSpan(1 + Nonce, Tag)
        );
        return new SealedText(sealedBytes);
    }

    public string Open(SealedText text) => Encoding.UTF8.GetString(OpenBytes(text));

    /// <exception cref="CryptographicException">Another key made it, or it was changed.</exception>
    public byte[] OpenBytes(SealedText text)
    {
        var sealedBytes = text.Bytes.AsSpan();
        if (sealedBytes.Length < 1 + Nonce + Tag || sealedBytes[0] != Version)
        {
            throw new CryptographicException("Not a sealed text of this version.");
        }

        var plain = new byte[sealedBytes.Length - 1 - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(
            sealedBytes.Slice(1, Nonce),
            sealedBytes[(1 + Nonce + Tag)..],
            sealedBytes.Slice(1 + Nonce, Tag),
            plain
        );
        return plain;
    }
}
