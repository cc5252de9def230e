using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.AfterTable;

/// <summary>Terugblik: who may look back on a table on her own page (R-066, M-14).</summary>
public static class LookBack
{
    /// <summary>
    /// After the start, who was there; as long as nobody ticked whether she was, who had a chair. Not when the table
    /// was called off or she left the list.
    /// </summary>
    /// <param name="attendance">Hers; null = not ticked.</param>
    public static bool IsOpenFor(Invitation invitation, Gathering table, Attendance? attendance, DateTime now) =>
        table.CancelledAt is null
        && table.HasStarted(now)
        && invitation.WithdrawnAt is null
        && (attendance?.IsPresent ?? invitation.State == InvitationState.Yes);
}
