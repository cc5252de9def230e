using OtpNet;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>The code app on somebody's phone: it knows the secret that was on the page, and what time it is.</summary>
public static class CodeApp
{
    public static string Code(string secret, DateTime now) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(now);
}
