using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Access;

/// <summary>For whom the report of a table is: who was there, and who thought along at a distance (M-15).</summary>
public sealed class ReportAccess(DialoogtafelDb db)
{
    public static bool IsFor(Invitation invitation, Attendance? mark) =>
        invitation.WithdrawnAt is null && (mark?.IsPresent == true || invitation.State == InvitationState.Informant);

    /// <summary>Whether this person can read it now: it is for her, and it was sent.</summary>
    public async Task<bool> MayReadAsync(Invitation invitation, Attendance? mark, CancellationToken stop) =>
        IsFor(invitation, mark)
        && await db.TableReports.AnyAsync(
            item => item.GatheringId == invitation.GatheringId && item.SentWords != null,
            stop
        );
}
