namespace Dialoogtafel.Domain.Invitations;

/// <summary>
/// One change of an invitation: what it became, when, through which channel, by whom. Never free text.
/// </summary>
public sealed class InvitationEvent
{
    public int Id { get; private set; }
    public int InvitationId { get; init; }
    public required DateTime At { get; init; }
    public required InvitationState State { get; init; }
    public required ContactChannel Channel { get; init; }

    /// <summary>The team member who did or recorded it; null when the invited person did it herself.</summary>
    public int? ById { get; init; }
}

/// <summary>
/// Who says or does something and how: the invited person herself on a page, or a team member on behalf.
/// </summary>
public sealed record Hand(ContactChannel Channel, int? ById)
{
    /// <summary>The invited person on her own page.</summary>
    public static Hand Self { get; } = new(ContactChannel.Page, null);
}
