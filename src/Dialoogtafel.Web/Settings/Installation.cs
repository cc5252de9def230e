using Dialoogtafel.Domain;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Settings;

/// <summary>The settings that count: what the file or environment says wins over what an organiser set on a page. Read once a request.</summary>
public sealed class Installation(DialoogtafelDb db, InstallationOptions options, LocalAddress local)
{
    private InstallationSettings? row;

    public async Task<InstallationSettings> ReadAsync(CancellationToken stop = default) =>
        row ??= await db.Installation.SingleAsync(stop);

    /// <summary>Whether the mail server stands in the file and cannot be changed on the page.</summary>
    public bool ServerIsFixed => options.Smtp.Host is not null;

    public bool AddressIsFixed => options.BaseAddress is not null;

    /// <summary>The address that stands in links, without a slash at the end (S18: never taken from a request).</summary>
    public string BaseAddress(InstallationSettings settings) => (options.BaseAddress ?? settings.BaseAddress ?? local.Value).TrimEnd('/');

    public Uri Link(InstallationSettings settings, string path) => new($"{BaseAddress(settings)}/{path}");

    /// <summary>The server to send through, or null while mail stays in the local mailbox. The demo cannot send.</summary>
    public SmtpServer? Server(InstallationSettings settings, FieldCipher cipher) => this switch
    {
        _ when options.Demo => null,
        { ServerIsFixed: true } => new(options.Smtp.Host!, options.Smtp.Port, options.Smtp.Security, options.Smtp.User, options.Smtp.Password),
        _ when settings.Route == MailRoute.Smtp => new(settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity, NullIfEmpty(settings.SmtpUser), Open(settings.SmtpPassword, cipher)),
        _ => null,
    };

    public string From(InstallationSettings settings) =>
        options.Smtp.From ?? (settings.MailFrom.Length > 0 ? settings.MailFrom : "dialoogtafel@localhost.localdomain");

    private static string? Open(SealedText? password, FieldCipher cipher) => password is null ? null : cipher.Open(password);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <summary>Where this process listens, for links while nobody has set an address.</summary>
public sealed class LocalAddress
{
    public string Value { get; set; } = $"http://localhost:{CommandLine.DefaultPort}";
}
