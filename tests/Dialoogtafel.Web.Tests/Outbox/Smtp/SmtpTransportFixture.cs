using System.Text;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Outbox.Smtp;

/// <summary>A connection to a server that does as it is told.</summary>
public abstract class SmtpTransportFixture
{
    protected static readonly TestAuthority Authority = new();
    protected static readonly byte[] Mail = Bytes("Subject: x\r\n\r\nHallo\r\n");

    protected static IMailSession Open(
        SmtpSink sink,
        SmtpSecurity security = SmtpSecurity.None,
        int timeout = 10_000
    ) =>
        new SmtpTransport(
            new SmtpServer("localhost", sink.Port, security, "site", "geheim")
            {
                TrustedRoot = Authority.Root,
                Timeout = TimeSpan.FromMilliseconds(timeout),
            }
        ).Open();

    protected static Task<SendResult> SendAsync(
        IMailSession session,
        byte[] bytes,
        string to = "anna@deelnemer.example"
    ) => session.SendAsync("site@tafel.example", to, bytes, CancellationToken.None);

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
