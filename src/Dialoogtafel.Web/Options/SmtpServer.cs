using System.Security.Cryptography.X509Certificates;

namespace Dialoogtafel.Web.Options;

public enum SmtpSecurity
{
    /// <summary>TLS from the first byte, usually port 465.</summary>
    Tls,

    /// <summary>
    /// STARTTLS, usually port 587; refused when the server does not offer it, never sent in the clear.
    /// </summary>
    StartTls,

    /// <summary>No encryption: for a relay on this computer or a closed network only.</summary>
    None,
}

/// <summary>The mail server as the organiser set it.</summary>
public sealed record SmtpServer(
    string Host,
    int Port,
    SmtpSecurity Security,
    string? User = null,
    string? Password = null
)
{
    /// <summary>How long one step of the conversation may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The certificate authority of a closed network; takes the place of the computer's own list. Name and dates are
    /// checked as always.
    /// </summary>
    public X509Certificate2? TrustedRoot { get; init; }

    /// <summary>Without user and password, so that neither can reach a log.</summary>
    public override string ToString() => FormattableString.Invariant($"{Host}:{Port} ({Security})");
}
