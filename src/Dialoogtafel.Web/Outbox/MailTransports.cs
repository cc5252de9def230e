using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox.Smtp;

namespace Dialoogtafel.Web.Outbox;

/// <summary>Chooses where mail goes: a server, or the local mailbox while there is none.</summary>
public sealed class MailTransports(InstallationOptions options, TimeProvider clock)
{
    public IMailTransport For(SmtpServer? server) =>
        server is null ? new FolderTransport(options.MailFolder, clock) : new SmtpTransport(server);
}
