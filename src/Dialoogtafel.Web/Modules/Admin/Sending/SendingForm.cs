using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Admin.Sending;

/// <summary>
/// What an organiser sets about mail. The password is never filled in for her: empty keeps the stored one.
/// </summary>
public sealed class SendingForm
{
    [Required(ErrorMessage = "Kies waar de mail heen gaat.")]
    public MailRoute? Route { get; set; }

    [StringLength(200, ErrorMessage = "Dit is te lang: hoogstens 200 tekens.")]
    public string? Host { get; set; }

    [Range(1, 65535, ErrorMessage = "Een poort is een getal van 1 tot en met 65535. Vaak is het 587.")]
    public int? Port { get; set; }

    public SmtpSecurity? Security { get; set; }

    [StringLength(200, ErrorMessage = "Dit is te lang: hoogstens 200 tekens.")]
    public string? User { get; set; }

    [StringLength(500, ErrorMessage = "Dit is te lang: hoogstens 500 tekens.")]
    public string? Password { get; set; }

    [MailAddress]
    public string? From { get; set; }

    [StringLength(200, ErrorMessage = "Dit is te lang: hoogstens 200 tekens.")]
    public string? BaseAddress { get; set; }

    [StringLength(4000, ErrorMessage = "Dit is te lang: hoogstens 4000 tekens.")]
    public string? AllowList { get; set; }

    /// <summary>Where to go when sending is on; a path of this site only.</summary>
    public string? Terug { get; set; }

    /// <summary>The name to sign in with: most mail servers want the address that the mail comes from.</summary>
    public string SignInName =>
        !string.IsNullOrWhiteSpace(User) ? User.Trim()
        : string.IsNullOrEmpty(Password) ? ""
        : From ?? "";

    /// <summary>Something is chosen that the page folds away otherwise.</summary>
    public bool IsUnusual =>
        Route == MailRoute.Folder
        || Security is SmtpSecurity.Tls or SmtpSecurity.None
        || (!string.IsNullOrEmpty(User) && User != From);

    /// <summary>What is stored, with the usual values where nothing is.</summary>
    public static SendingForm Of(InstallationSettings row, string address, string? ownMail) =>
        new()
        {
            Route = row.SmtpHost.Length == 0 && row.TestMailSentAt is null ? MailRoute.Smtp : row.Route,
            Host = row.SmtpHost,
            Port = row.SmtpPort,
            Security = row.SmtpSecurity,
            User = row.SmtpUser,
            From = row.MailFrom.Length > 0 ? row.MailFrom : ownMail,
            BaseAddress = address,
            AllowList = row.AllowList,
        };
}
