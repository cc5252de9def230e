namespace Dialoogtafel.Domain.Team;

/// <summary>
/// Aanmeldlink: asks a team member's mailbox to prove who they are. Works once, for 30 minutes. The link works in the
/// browser that asked for it; elsewhere it shows a code to type there (D-12). Only hashes are stored;
/// the code follows from the link, so showing it stores nothing.
/// </summary>
public sealed class SignInRequest
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    public const int MaxCodeTries = 5;

    public int Id { get; private set; }

    /// <summary>
    /// The account; null when the address is unknown (the pages look the same, S09) and for the first link of an empty
    /// machine.
    /// </summary>
    public int? AccountId { get; init; }

    /// <summary>The one-time link that an empty machine prints; dead once an organiser exists.</summary>
    public bool First { get; init; }

    public required string TokenHash { get; init; }

    /// <summary>
    /// Hash of the key in the cookie of the browser that asked; null for links that any browser may use.
    /// </summary>
    public string? BrowserHash { get; init; }

    public int CodeTries { get; private set; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; private set; }

    public bool IsOpen(DateTime now) => UsedAt is null && now < ExpiresAt;

    /// <summary>
    /// Counts a try of the code that belongs to the link; after five the request is dead for codes. A request of nobody
    /// never opens.
    /// </summary>
    public bool TryCode(bool isRight, DateTime now) =>
        IsOpen(now) && AccountId is not null && ++CodeTries <= MaxCodeTries && isRight;

    public void Use(DateTime now) => UsedAt ??= now;
}
