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
        FormattableString.Invariant(
            $"{row.Route}|{row.SmtpHost}|{row.SmtpPort}|{row.SmtpSecurity}|{row.SmtpUser}|{(row.SmtpPassword is { } sealedText ? Convert.ToHexString(sealedText.Bytes) : "")}|{row.MailFrom}|{row.BaseAddress}|{row.SendingOnAt:O}|{row.AllowList}"
        );
}
