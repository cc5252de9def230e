using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Outbox;

/// <summary>Where mail goes and to whom it may, by the settings of this moment.</summary>
public sealed class PumpServer(Installation installation, FieldCipher cipher, MailTransports transports)
{
    public Task<InstallationSettings> SettingsAsync() => installation.ReadFreshAsync();

    public Task<SendingRule> RuleAsync(InstallationSettings settings, CancellationToken stop) =>
        installation.RuleAsync(settings, stop);

    internal MailLanes Lanes(InstallationSettings settings, CancellationToken stop) =>
        new(transports.For(installation.Server(settings, cipher)), cipher, installation.From(settings), stop);
}
