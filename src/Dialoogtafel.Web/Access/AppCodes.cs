using OtpNet;

namespace Dialoogtafel.Web.Access;

/// <summary>
/// The codes of a code app: six digits that change every 30 seconds (RFC 6238 with HMAC-SHA1, what every app speaks).
/// Otp.NET computes and compares them; which steps count, and that each counts once, is decided here.
/// </summary>
public static class AppCodes
{
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;

    /// <summary>A clock may run one step ahead or behind.</summary>
    private const int Drift = 1;

    /// <summary>160 random bits in base32, 32 characters: what is shown, and what is stored sealed.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    /// <summary>
    /// The step to which a typed code belongs; null when it is wrong or of a step that was used before (a code works
    /// once).
    /// </summary>
    /// <param name="last">The last step that was used.</param>
    public static long? Match(string secret, string? typed, long last, DateTime now)
    {
        var (codes, code) = (new Totp(Base32Encoding.ToBytes(secret), StepSeconds), SignInSecrets.Tidy(typed));
        var present = new DateTimeOffset(now).ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = present - Drift; step <= present + Drift; step++)
        {
            // Step by step, not with the package's own window: that stops at its first find, and where two steps share
            // a code the later one would let it in again.
            if (codes.VerifyTotp(DateTime.UnixEpoch.AddSeconds(step * StepSeconds), code, out _) && step > last)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>What an app on this device opens by itself: otpauth://totp/….</summary>
    public static string Address(string secret, string account, string site) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{site}:{account}")}?secret={secret}"
        + $"&issuer={Uri.EscapeDataString(site)}";
}
