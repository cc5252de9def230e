using Dialoogtafel.Domain;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Data;

/// <summary>
/// The settings that count: what the file or environment says wins over what an organiser set on a page. Read once a
/// request.
/// </summary>
public sealed class Installation(DialoogtafelDb db, InstallationOptions options, LocalAddress local)
{
    /// <summary>Compiled once: the pump asks it before every mail.</summary>
    private static readonly Func<DialoogtafelDb, CancellationToken, Task<InstallationSettings>> Row =
        EF.CompileAsyncQuery((DialoogtafelDb db, CancellationToken stop) => db.Installation.AsNoTracking().Single());

    /// <summary>As long as nobody said which address mail comes from.</summary>
    public const string NoSender = "dialoogtafel@localhost.localdomain";

    private InstallationSettings? row;

    public async Task<InstallationSettings> ReadAsync(CancellationToken stop = default) =>
        row ??= await db.Installation.SingleAsync(stop);

    /// <summary>Whether the mail server stands in the file and cannot be changed on the page.</summary>
    public bool ServerIsFixed => options.Smtp.Host is not null;

    public bool AddressIsFixed => options.BaseAddress is not null;

    public bool FromIsFixed => options.Smtp.From is not null;

    /// <summary>
    /// The settings as they are now, apart from this request's copy: another one may have changed them while a job
    /// runs.
    /// </summary>
    public async Task<InstallationSettings> ReadFreshAsync(CancellationToken stop = default) =>
        row = await Row(db, stop);

    /// <summary>
    /// The address that stands in links, without a slash at the end (S18: never taken from a request).
    /// </summary>
    public string BaseAddress(InstallationSettings settings) =>
        (options.BaseAddress ?? settings.BaseAddress ?? local.Value).TrimEnd('/');

    public Uri Link(InstallationSettings settings, string path) => new($"{BaseAddress(settings)}/{path}");

    /// <summary>
    /// The server to send through, or null while mail stays in the local mailbox. The demo cannot send.
    /// </summary>
    public SmtpServer? Server(InstallationSettings settings, FieldCipher cipher) =>
        Route(settings) switch
        {
            MailRoute.Folder => null,
            _ when ServerIsFixed => new(
                options.Smtp.Host!,
                options.Smtp.Port,
                options.Smtp.Security,
                options.Smtp.User,
                options.Smtp.Password
            ),
            _ => new(
                settings.SmtpHost,
                settings.SmtpPort,
                settings.SmtpSecurity,
                NullIfEmpty(settings.SmtpUser),
                Open(settings.SmtpPassword, cipher)
            ),
        };

    /// <summary>
    /// The sender as it goes over the wire. While there is none, or one of an earlier version that does not pass, mail
    /// is made with a name of this computer and held (<see cref="IsConfirmed"/>): the page about sending says what to
    /// mend.
    /// </summary>
    public string From(InstallationSettings settings)
    {
        var chosen = options.Smtp.From ?? settings.MailFrom;
        return MailAddress.Passes(chosen) ? AddressForm.Of(chosen) : NoSender;
    }

    /// <summary>
    /// What is wrong with the sender that is stored, in Dutch; null when nothing is, or there is none.
    /// </summary>
    public string? SenderProblem(InstallationSettings settings) =>
        FromIsFixed || settings.MailFrom.Length == 0 ? null : MailAddress.ProblemOf(settings.MailFrom);

    /// <summary>
    /// Whether an organiser confirmed the test mail of the server and From address that count now (S45). Another server
    /// in the file, set after that, is not confirmed: the row remembers what was.
    /// </summary>
    public bool IsConfirmed(InstallationSettings settings) =>
        settings.SendingOnAt is not null
        && Route(settings) == settings.Route
        && MailAddress.Read(From(settings)) == MailAddress.Read(settings.MailFrom)
        && (
            !ServerIsFixed
            || (options.Smtp.Host, options.Smtp.Port, options.Smtp.User ?? "")
                == (settings.SmtpHost, settings.SmtpPort, settings.SmtpUser)
        );

    /// <summary>Where mail goes now. The demo cannot send.</summary>
    public MailRoute Route(InstallationSettings settings) =>
        !options.Demo && (ServerIsFixed || settings.Route == MailRoute.Smtp) ? MailRoute.Smtp : MailRoute.Folder;

    /// <summary>Who may get mail now; THE one place that decides it (S45).</summary>
    public async Task<SendingRule> RuleAsync(InstallationSettings settings, CancellationToken stop = default)
    {
        if (Route(settings) == MailRoute.Folder)
        {
            return SendingRule.Everybody;
        }

        var team = await db
            .Users.Where(account => db.Memberships.Any(item => item.PersonId == account.PersonId && item.Until == null))
            .Select(account => account.Email)
            .ToListAsync(stop);
        return SendingRule.Of(IsConfirmed(settings), BaseAddress(settings), settings.AllowList, team);
    }

    private static string? Open(SealedText? password, FieldCipher cipher) =>
        password is null ? null : cipher.Open(password);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <summary>Where this process listens, for links while nobody has set an address.</summary>
public sealed class LocalAddress
{
    public string Value { get; set; } = $"http://localhost:{InstallationOptions.DefaultPort}";
}
