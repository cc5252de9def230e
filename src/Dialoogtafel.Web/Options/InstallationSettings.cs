using Dialoogtafel.Domain;
using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Options;

/// <summary>Where outgoing mail goes.</summary>
public enum MailRoute
{
    /// <summary>
    /// Into the local mailbox: a folder of .eml files that the page Post shows. Nothing leaves this computer.
    /// </summary>
    Folder,

    /// <summary>To a mail server.</summary>
    Smtp,
}

/// <summary>
/// What an organiser sets on a page, one row. The technical settings stand in the file and win (<see
/// cref="InstallationOptions"/>).
/// </summary>
public sealed class InstallationSettings
{
    public int Id { get; init; } = 1;
    public string OrganisationName { get; set; } = "";
    public string Phone { get; set; } = "";

    /// <summary>Whom a mail names to call: the contact person of its table, else the organisation.</summary>
    public string ContactOf(Person? person) => person?.FullName ?? OrganisationName;

    /// <summary>The number that goes with <see cref="ContactOf"/>.</summary>
    public string PhoneOf(Person? person) => person?.Phone ?? Phone;

    /// <summary>
    /// The address that stands in links, without a slash at the end; null = http://localhost with the port in use.
    /// </summary>
    public string? BaseAddress { get; set; }

    public MailRoute Route { get; set; } = MailRoute.Folder;

    /// <summary>
    /// The From address of every mail; the display name is the organiser's. Empty until somebody sets one.
    /// </summary>
    /// <exception cref="DomainRuleException">Set to what is not an address.</exception>
    public string MailFrom
    {
        get;
        set => field = MailAddress.Cleaned(value) ?? "";
    } = "";

    public string SmtpHost { get; set; } = "";
    public int SmtpPort { get; set; } = 587;
    public SmtpSecurity SmtpSecurity { get; set; } = SmtpSecurity.StartTls;
    public string SmtpUser { get; set; } = "";
    public SealedText? SmtpPassword { get; set; }

    /// <summary>Addresses that get mail while sending is off or the links point to this computer; one a line.</summary>
    /// <exception cref="DomainRuleException">Set to what has a line that is not an address.</exception>
    public string AllowList
    {
        get;
        set =>
            field = string.Join(
                '\n',
                SendingRule.Lines(value).Select(line => MailAddress.Cleaned(line, nameof(AllowList))).OfType<string>()
            );
    } = "";

    public DateTime? TestMailSentAt { get; set; }

    /// <summary>
    /// The organiser saw the test mail and switched sending on (S45); null = only the allow-list gets mail.
    /// </summary>
    public DateTime? SendingOnAt { get; set; }

    public DateTime CreatedAt { get; init; }
}
