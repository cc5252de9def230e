using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox.Smtp;

namespace Dialoogtafel.Web.Outbox;

/// <summary>One mail that a module wants to leave, before it is composed.</summary>
public sealed record Letter
{
    public required MailText Text { get; init; }
    public required Person To { get; init; }

    /// <summary>
    /// Unique: (recipient, subject matter, kind, version). A second mail with the same key cannot be stored.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Whose name stands as sender and who gets the replies; null = the installation.</summary>
    public Person? From { get; init; }

    public int? GatheringId { get; init; }
    public int? InvitationId { get; init; }
    public int? AnswerNumber { get; init; }
    public int? ActionId { get; init; }
    public int? FollowUpNumber { get; init; }

    /// <summary>Of a newsletter: its issue.</summary>
    public int? IssueId { get; init; }

    /// <summary>Of a newsletter: where one press stops it (RFC 2369, RFC 8058).</summary>
    public Uri? StopAddress { get; init; }

    /// <summary>Waits the recall window before it leaves.</summary>
    public bool MayBeRecalled { get; init; }

    /// <summary>When it leaves, UTC; comes before the two above and below.</summary>
    public DateTime? SendAt { get; init; }

    /// <summary>How long it waits before it leaves, for example for a follow-up page that may replace it.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>After this moment it is not sent any more (S44).</summary>
    public DateTime? StaleAt { get; init; }

    /// <summary>The date, time and place that it names.</summary>
    public Appointment? Tells { get; init; }

    /// <summary>Of a mail about a move: what the person was told before.</summary>
    public Appointment? Was { get; init; }

    public CalendarFile? Calendar { get; init; }
    public bool Unlisted { get; init; }
}

/// <summary>
/// The only way by which mail leaves: composes a letter to its bytes and adds it to the running save, so that the fact
/// and its mail are stored together or not at all (S36). The caller saves.
/// </summary>
public sealed class MailOutbox(
    DialoogtafelDb db,
    MailTemplates templates,
    MailComposer composer,
    FieldCipher cipher,
    Installation installation,
    InstallationOptions options,
    TimeProvider clock
)
{
    /// <summary>In the mail log, on the board and on te bellen; without the address.</summary>
    private const string WrongAddress = "Dit mailadres klopt niet. Verbeter het bij de persoon, of bel.";

    private const string WrongSender =
        "Deze mail is niet gemaakt. Kijk bij Mail versturen of het adres van de afzender klopt.";

    /// <summary>
    /// Nothing is added for a person without an address: they are called. To an address that is none, a mail is added
    /// that failed, and the fact that it tells is saved all the same: one wrong address stops nobody.
    /// </summary>
    public async Task<OutgoingMail?> AddAsync(Letter letter, CancellationToken stop = default)
    {
        if (string.IsNullOrWhiteSpace(letter.To.Email))
        {
            return null;
        }

        var settings = await installation.ReadAsync(stop);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var from = installation.From(settings);
        var mail = new OutgoingMail
        {
            Id = id,
            Key = letter.Key,
            Kind = letter.Text.Kind,
            IsUnasked = letter.Text.IsUnasked,
            KeepsQuiet = letter.Text.KeepsQuiet,
            GivesWay = letter.Text.GivesWay,
            CanBeTakenBack = letter.Text.CanBeTakenBack,
            IsRenewable = true,
            PersonId = letter.To.Id == 0 ? null : letter.To.Id,
            GatheringId = letter.GatheringId,
            InvitationId = letter.InvitationId,
            AnswerNumber = letter.AnswerNumber,
            ActionId = letter.ActionId,
            FollowUpNumber = letter.FollowUpNumber,
            IssueId = letter.IssueId,
            Recipient = Written(letter.To.Email),
            MessageId = $"{id:N}@{DomainOf(from)}",
            QueuedAt = now.UtcDateTime,
            StaleAt = letter.StaleAt,
            Unlisted = letter.Unlisted,
            Tells = letter.Tells,
            Was = letter.Was,
            Entry = letter.Calendar?.Change,
        };
        var due = letter.SendAt
            ?? now.UtcDateTime + (letter.MayBeRecalled ? TimeSpan.FromSeconds(options.RecallSeconds) : letter.Wait);
        db.Mails.Add(
            !MailAddress.Passes(mail.Recipient) ? OutgoingMail.Undeliverable(mail, WrongAddress)
            : Sealed(letter, mail, mail.Recipient, settings) is { } bytes ? OutgoingMail.Due(mail, bytes, due)
            : OutgoingMail.Undeliverable(mail, WrongSender)
        );
        return mail;
    }

    /// <summary>The same row with another text or to another address, as it would leave now; adds nothing.</summary>
    /// <returns>Null when no mail can be made of it.</returns>
    public async Task<SealedText?> ComposeAsync(
        Letter letter,
        OutgoingMail mail,
        string to,
        CancellationToken stop = default
    ) => Sealed(letter, mail, to, await installation.ReadAsync(stop));

    /// <summary>An address as it stands in a row; null when it is none.</summary>
    public static string? Recipient(string typed) => MailAddress.Passes(Written(typed)) ? Written(typed) : null;

    private static string Written(string typed) => typed.Trim().ToLowerInvariant();

    private SealedText? Sealed(Letter letter, OutgoingMail mail, string to, InstallationSettings settings) =>
        Bytes(Draft(letter, mail, to, settings, clock.GetUtcNow())) is { } bytes ? cipher.Seal(bytes) : null;

    /// <summary>
    /// Null when no mail can be made of it: with our recipients and Reply-To looked at before, the sender is what is
    /// left.
    /// </summary>
    private byte[]? Bytes(MailDraft draft)
    {
        try
        {
            return composer.Compose(draft);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private MailDraft Draft(
        Letter letter,
        OutgoingMail mail,
        string to,
        InstallationSettings settings,
        DateTimeOffset now
    )
    {
        var from = installation.From(settings);
        var language = letter.Text.LanguageFor(letter.To.Language);
        var rendered = templates.Render(letter.Text, language);
        var sender = letter.From?.FullName
            ?? (settings.OrganisationName.Length > 0 ? settings.OrganisationName : "Dialoogtafel");
        return new MailDraft
        {
            MessageId = mail.MessageId,
            Date = TimeZoneInfo.ConvertTime(now, options.Zone),
            From = new Mailbox(from, sender),
            To = new Mailbox(to, letter.To.FullName.Length > 0 ? letter.To.FullName : null),
            ReplyTo =
                letter.From?.Email is { } reply && MailAddress.Passes(reply)
                    ? new Mailbox(reply, letter.From.FullName)
                    : null,
            Subject = rendered.Subject,
            Text = rendered.Text,
            Html = rendered.Html,
            Language = language,
            Calendar = letter.Calendar?.Part,
            Headers =
            [
                new("Auto-Submitted", "auto-generated"),
                // No suppression of out-of-office answers: for a personal invitation they are news.
                new("X-Auto-Response-Suppress", "NRN, RN"),
                new("X-Dialoogtafel-Mail", mail.Id.ToString("N")),
                .. Stopping(letter.StopAddress),
            ],
        };
    }

    /// <summary>A Message-ID is ASCII.</summary>
    private static string DomainOf(string from) =>
        MailAddress.AsciiDomain(from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]) ?? "localhost.localdomain";

    private static IEnumerable<KeyValuePair<string, string>> Stopping(Uri? address) =>
        address is null
            ? []
            :
            [
                new("List-Unsubscribe", $"<{address.AbsoluteUri}>"),
                new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ];
}
