using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Outbox;

/// <summary>Where an outgoing mail stands.</summary>
public enum MailState
{
    /// <summary>Waits for its moment, the first time or again after a failure that may pass.</summary>
    Queued,

    /// <summary>
    /// Handed to the server at this moment. Found so after a crash it becomes <see cref="Uncertain"/>.
    /// </summary>
    Sending,
    Sent,

    /// <summary>
    /// The server says that this address takes no mail, the retry law ended, or the address is none. A person must act.
    /// </summary>
    Failed,

    /// <summary>Nobody knows whether it was delivered ("mogelijk dubbel"); waits for a person's choice.</summary>
    Uncertain,

    /// <summary>Taken back by the organiser within the recall window.</summary>
    Recalled,

    /// <summary>
    /// Not wanted any more when its turn came: answered, withdrawn, cancelled, or its moment had passed (S43, S44).
    /// </summary>
    Dropped,
}

/// <summary>
/// Uitgaande post: one mail to one person, written in the same save as the fact it speaks of, composed to its bytes;
/// composed anew as long as it surely was not delivered. Its key is unique, so no retry, double click or second node
/// mails twice. Retention: bytes 14 days after sending, row 12 months.
/// </summary>
public sealed partial class OutgoingMail
{
    /// <summary>
    /// Waits after the 1st, 2nd, … failed try; after the last one every two and a half hours, see <see
    /// cref="MaxAttempts"/> (F5).
    /// </summary>
    private static readonly int[] WaitMinutes = [1, 5, 15, 30, 60, 120, 150];

    /// <summary>For how long after it was queued a mail counts as saying what is so.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    /// <summary>More than five days of tries (F5), then a person is asked.</summary>
    public const int MaxAttempts = 60;

    /// <summary>How long a claimed mail may be under way before it counts as uncertain.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private string recipient = "";

    public required Guid Id { get; init; }

    /// <summary>Unique: (recipient, subject matter, kind, version).</summary>
    public required string Key { get; init; }

    /// <summary>Which mail it is, for example "uitnodiging"; what follows from that stands below.</summary>
    public required string Kind { get; init; }

    /// <summary>It came without an act of the person: at most one of these per person per day.</summary>
    public bool IsUnasked { get; init; }

    /// <summary>It waits for the end of the quiet hours.</summary>
    public bool KeepsQuiet { get; init; }

    /// <summary>It waits for every other mail.</summary>
    public bool GivesWay { get; init; }

    /// <summary>The organiser can take it back from the board until it is tried.</summary>
    public bool CanBeTakenBack { get; init; }

    /// <summary>It may be composed anew while it waits; mails of before that was so keep their bytes.</summary>
    public bool IsRenewable { get; init; }

    public int? PersonId { get; init; }
    public int? GatheringId { get; init; }
    public int? InvitationId { get; init; }

    /// <summary>The issue of the newsletter that it carries; null for every other mail.</summary>
    public int? IssueId { get; init; }

    /// <summary>
    /// Value of the invitation's AnswerNumber that this mail speaks of; the mail is dropped when the answer has changed
    /// since.
    /// </summary>
    public int? AnswerNumber { get; init; }

    /// <summary>The action that it is about; null for every other mail.</summary>
    public int? ActionId { get; init; }

    /// <summary>
    /// Value of the action's FollowUpNumber at that moment: a question is dropped when it has changed since.
    /// </summary>
    public int? FollowUpNumber { get; init; }

    /// <summary>
    /// The date, time and place that it names; null when it names none. What a person was told last decides whether a
    /// move is news to them.
    /// </summary>
    public Appointment? Tells { get; init; }

    /// <summary>Of a mail about a move: what the person was told before.</summary>
    public Appointment? Was { get; init; }

    /// <summary>What its calendar file does; null without one.</summary>
    public CalendarChange? Entry { get; init; }

    /// <summary>Where it goes; another address as long as it waits, when the person got one.</summary>
    public required string Recipient
    {
        get => recipient;
        init => recipient = value;
    }
    public required string MessageId { get; init; }

    /// <summary>The composed mail as stored; null after the retention date, or when dropped or taken back.</summary>
    public MailContent? Stored { get; private set; }

    public SealedText? Content => Stored?.Bytes;

    public MailState State { get; private set; } = MailState.Queued;
    public required DateTime QueuedAt { get; init; }

    /// <summary>When it is due; moves with each failed try. UTC.</summary>
    public DateTime NextAt { get; private set; }

    /// <summary>After this moment it is not sent any more (S44).</summary>
    public DateTime? StaleAt { get; init; }

    public DateTime? LeaseUntil { get; private set; }
    public int Attempts { get; private set; }
    public DateTime? SentAt { get; private set; }

    /// <summary>
    /// When nobody knew whether it had arrived, and it was sent once more, by itself or by choice: it may then have
    /// come twice. From then on only these bytes may go.
    /// </summary>
    public DateTime? DoubtedAt { get; private set; }

    /// <summary>The server's last words, one line without addresses.</summary>
    public string? Reply { get; private set; }

    /// <summary>Sign-in mails are sent and never listed on any page.</summary>
    public bool Unlisted { get; init; }

    /// <summary>
    /// It has left, or may have: the person can have read it. A mail that waits for another try surely was not
    /// delivered.
    /// </summary>
    public static bool MayHaveArrived(MailState state) =>
        state is MailState.Sent or MailState.Sending or MailState.Uncertain;

    public static OutgoingMail Due(OutgoingMail mail, SealedText content, DateTime due)
    {
        mail.Stored = new() { MailId = mail.Id, Bytes = content };
        mail.NextAt = due;
        return mail;
    }

    /// <summary>
    /// The address, or what the mail would be made of, is not right: there is nothing to send, and a person is told so
    /// in the same save as the fact.
    /// </summary>
    /// <param name="why">In Dutch and with what to do, without an address.</param>
    public static OutgoingMail Undeliverable(OutgoingMail mail, string why)
    {
        (mail.State, mail.Reply, mail.NextAt) = (MailState.Failed, why, mail.QueuedAt);
        return mail;
    }

    /// <summary>
    /// It waits, and nobody can have received it: it may say something else, and go elsewhere, than when it was queued.
    /// </summary>
    public bool MayBeMadeAnew => IsRenewable && State == MailState.Queued && DoubtedAt is null && Stored is not null;

    /// <summary>
    /// It waited so long, or was tried, that what it says may be old: composed once more before it leaves.
    /// </summary>
    public bool HasWaited(DateTime now) => MayBeMadeAnew && (Attempts > 0 || now - QueuedAt >= Fresh);

    /// <exception cref="InvalidOperationException">It may not: see <see cref="MayBeMadeAnew"/>.</exception>
    public void MakeAnew(SealedText content) => (MayBeMadeAnew ? Stored! : throw Fixed()).Bytes = content;

    /// <summary>
    /// The person has another address: it goes there, with the tries that any mail to a new address has.
    /// </summary>
    /// <inheritdoc cref="MakeAnew(SealedText)"/>
    public void MakeAnew(SealedText content, string to)
    {
        MakeAnew(content);
        (recipient, Attempts, Reply) = (to, 0, null);
    }

    private InvalidOperationException Fixed() => new($"A mail that is {State} keeps its bytes.");

    /// <summary>It failed before there was anything to send; see <see cref="Undeliverable"/>.</summary>
    public bool WasNeverMade => State == MailState.Failed && Attempts == 0;

    /// <summary>Of one person, or to one address: these keep their order and never go side by side.</summary>
    public bool IsToTheSame(OutgoingMail other) =>
        Recipient == other.Recipient || (PersonId is { } person && person == other.PersonId);

    public static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromMinutes(WaitMinutes[Math.Clamp(attempts - 1, 0, WaitMinutes.Length - 1)]);
}
