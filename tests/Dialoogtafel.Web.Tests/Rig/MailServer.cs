using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// A real Postfix and Dovecot for a class of tests (IClassFixture), on free loopback ports with an authority of its
/// own; see tests/rig/mailserver.sh. Where it cannot run it stays off, and <see cref="MailServerFactAttribute"/> skips
/// the tests.
/// </summary>
public sealed class MailServer : IAsyncLifetime
{
    public const string Password = "test";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "rig-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly int _imapPort = FreePort();

    public int SmtpPort { get; } = FreePort();

    /// <summary>The file with the certificate of the server's own authority.</summary>
    public string Authority => Path.Combine(_folder, "ca.pem");

    /// <summary>Why the server cannot run here; null when it can.</summary>
    public static string? WhyNot { get; } =
        !Environment.IsPrivilegedProcess ? "Postfix starts as root only."
        : new[]
        {
            "/usr/sbin/postfix",
            "/usr/sbin/dovecot",
            "/usr/lib/dovecot/imap",
            "/usr/lib/dovecot/lmtp",
            "/usr/bin/openssl",
        }.FirstOrDefault(file => !File.Exists(file))
            is { } missing
            ? missing + " is not installed."
        : RigFiles.HasReader ? null
        : "/usr/bin/python3 with icalendar is not installed.";

    /// <summary>How the site would be set up for it; sign-in is any address.</summary>
    public SmtpServer Settings =>
        new("localhost", SmtpPort, SmtpSecurity.StartTls, "site@tafel.example", Password)
        {
            TrustedRoot = X509CertificateLoader.LoadCertificateFromFile(Authority),
        };

    public async Task InitializeAsync()
    {
        if (WhyNot is not null)
            return;
        if (await ScriptAsync("start", _folder, Port(SmtpPort), Port(_imapPort)) != 0)
            throw new InvalidOperationException(
                "The mail server did not start: " + await File.ReadAllTextAsync(Path.Combine(_folder, "start.log"))
            );
    }

    public Task DisposeAsync() => WhyNot is null ? ScriptAsync("stop", _folder) : Task.CompletedTask;

    /// <summary>
    /// Waits until the mailbox of this address holds so many mails, and reads them over IMAP with the independent
    /// reader.
    /// </summary>
    public async Task<ReadMail[]> WaitForAsync(string address, int count)
    {
        for (var tries = 0; ; tries++)
        {
            var found = RigFiles.Ask<ReadMail[]>("imap", Port(_imapPort), Authority, address, Password);
            if (found.Length >= count || tries == 50)
                return found;
            await Task.Delay(200);
        }
    }

    private static async Task<int> ScriptAsync(params string[] arguments)
    {
        using var process = Process.Start("/bin/bash", [Path.Combine(RigFiles.Folder, "mailserver.sh"), .. arguments]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static string Port(int port) => port.ToString(CultureInfo.InvariantCulture);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A test that needs the real mail server; skipped with the reason where it cannot run.</summary>
public sealed class MailServerFactAttribute : FactAttribute
{
    public MailServerFactAttribute() => Skip = MailServer.WhyNot;
}
