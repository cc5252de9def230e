using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Web.Options;

/// <summary>
/// Technical settings, section "Dialoogtafel" of appsettings.json or environment variables (Dialoogtafel__Name).
/// Checked at start.
/// </summary>
public sealed class InstallationOptions
{
    public const string Section = "Dialoogtafel";

    /// <summary>Where the site listens on its own computer when nothing else was said.</summary>
    public const int DefaultPort = 5080;

    /// <summary>Folder of the database and the local mailbox.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Folder of the three secrets; back it up apart from the data.</summary>
    public string KeysFolder { get; set; } = "keys";

    /// <summary>IANA id of the time zone of all tables.</summary>
    public string TimeZone { get; set; } = "Europe/Amsterdam";

    /// <summary>The address that stands in links; when set here the page shows it as fixed.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>The mail server; when a host is set here the page shows all of it as fixed.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>How long an organiser may take a mail back, in seconds.</summary>
    public int RecallSeconds { get; set; } = 60;

    /// <summary>Days after sending on which the bytes of a mail are emptied.</summary>
    public int MailBytesDays { get; set; } = 14;

    /// <summary>Months after which a line of the mail log goes.</summary>
    public int MailLogMonths { get; set; } = 12;

    /// <summary>
    /// Months after the last table of a series on which own words with an answer and call notes are emptied.
    /// </summary>
    public int NoteMonths { get; set; } = 3;

    /// <summary>Days after a table, or after it was cancelled, on which what people said they need goes.</summary>
    public int NeedsDays { get; set; } = 14;

    /// <summary>
    /// Months after the last table of a series on which answers to the preparation questions, words of the halen-check
    /// and notes go.
    /// </summary>
    public int AnswerMonths { get; set; } = 12;

    /// <summary>Months after the last table of a series on which the words of its reports go.</summary>
    public int ReportMonths { get; set; } = 24;

    /// <summary>Months without role, invitation or consent to stay after which a person is erased.</summary>
    public int PersonMonths { get; set; } = 6;

    /// <summary>Months after which a line of the read log goes.</summary>
    public int ReadLogMonths { get; set; } = 24;

    /// <summary>
    /// Working days without answer after which a reminder goes, and as many again before the second and last one.
    /// </summary>
    public int ReminderWorkingDays { get; set; } = 5;

    /// <summary>Time of day at which reminders are due.</summary>
    public TimeOnly ReminderAt { get; set; } = new(10, 0);

    /// <summary>From this time in the evening no automatic mail leaves.</summary>
    public TimeOnly QuietFrom { get; set; } = new(20, 0);

    /// <summary>From this time in the morning it leaves again.</summary>
    public TimeOnly QuietUntil { get; set; } = new(8, 0);

    public QuietHours Quiet => new(QuietFrom, QuietUntil);

    public FollowUpPlan FollowUp => new(ReminderAt, Zone);

    public ReminderRule Reminders => new(ReminderWorkingDays, ReminderAt);

    /// <summary>Set by --demo, never from a file.</summary>
    public bool Demo { get; set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public string DatabaseFile => Path.Combine(DataFolder, "dialoogtafel.db");
    public string MailFolder => Path.Combine(DataFolder, "mail");
}

/// <summary>See <see cref="InstallationOptions.Smtp"/>.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>A file that holds the password; read at start.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The From address of every mail.</summary>
    public string? From { get; set; }
}
