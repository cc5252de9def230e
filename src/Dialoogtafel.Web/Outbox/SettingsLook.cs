using System.Globalization;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Outbox;

/// <summary>
/// What a run of the pump rests on: server, sender, and who may get mail. Seen once, compared before each mail.
/// </summary>
internal sealed class SettingsLook(InstallationSettings first)
{
    private readonly string seen = Of(first);

    public bool Changed { get; private set; }

    public bool Differs(InstallationSettings now) => Changed = Changed || Of(now) != seen;

    private static string Of(InstallationSettings row) =>
        string.Join(
            '|',
            row.Route,
            row.SmtpHost,
            row.SmtpPort.ToString(CultureInfo.InvariantCulture),
            row.SmtpSecurity,
            row.SmtpUser,
            row.SmtpPassword is { } password ? Convert.ToHexString(password.Bytes) : "",
            row.MailFrom,
            row.BaseAddress,
            row.SendingOnAt?.ToString("O", CultureInfo.InvariantCulture),
            row.AllowList
        );
}
