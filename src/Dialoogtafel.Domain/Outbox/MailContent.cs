namespace Dialoogtafel.Domain.Outbox;

/// <summary>
/// The composed bytes of one mail as they would leave now, encrypted with the field key. A row of its own, because the
/// row of the mail changes with every step of sending, and SQLite writes (and wipes) a whole row each time. Gone after
/// the retention date, or when the mail is dropped or taken back.
/// </summary>
public sealed class MailContent
{
    public required Guid MailId { get; init; }
    public required SealedText Bytes { get; set; }
}
