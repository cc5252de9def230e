using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable;

/// <summary>
/// How a table went, in numbers: who was there, and whether they got what they came to get. No word of anybody
/// is opened.
/// </summary>
public sealed class AttendanceSummary(DialoogtafelDb db)
{
    public async Task<FetchCount> CountAsync(int gathering, CancellationToken stop)
    {
        var present = await PresentAsync(gathering, stop);
        var told = await db
            .FetchChecks.AsNoTracking()
            .Where(item =>
                db.Invitations.Any(invitation =>
                    invitation.Id == item.InvitationId && invitation.GatheringId == gathering
                )
            )
            .ToListAsync(stop);
        return FetchCount.Of(present, told);
    }

    /// <summary>In a sentence; null while nobody ticked who was there.</summary>
    public async Task<string?> OfAsync(int gathering, CancellationToken stop) =>
        await db.Attendances.AnyAsync(item => item.GatheringId == gathering, stop)
            ? AfterLabels.InWords(await CountAsync(gathering, stop))
            : null;

    /// <summary>The invitations of who was there.</summary>
    private Task<List<int>> PresentAsync(int gathering, CancellationToken stop) =>
        db
            .Invitations.Where(item =>
                item.GatheringId == gathering
                && db.Attendances.Any(mark =>
                    mark.GatheringId == gathering && mark.PersonId == item.PersonId && mark.Presence == Presence.Present
                )
            )
            .Select(item => item.Id)
            .ToListAsync(stop);
}
