using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions;

/// <summary>One action about which somebody is to be called today.</summary>
public sealed record ActionToCall(AgreedAction Action, int ProjectId, int SeriesId, string Subject)
{
    /// <summary>Where it stands on the list.</summary>
    public string Href => $"/te-bellen?project={ProjectId}#actie-{Action.Id}";
}

/// <summary>
/// Te bellen about actions: who is stuck or asks for help first, then the choices, then actions without owner. One
/// statement.
/// </summary>
public sealed class ActionCalls(DialoogtafelDb db, WallClock wall)
{
    public async Task<IReadOnlyList<ActionToCall>> RowsAsync(
        IReadOnlyList<int> projects,
        DateTime now,
        CancellationToken stop
    )
    {
        var today = wall.Day(now);
        var open = await db
            .Actions.AsNoTracking()
            .Include(item => item.Owner)
            .Include(item => item.Gathering!.Series)
            .Where(item =>
                item.EndedAt == null
                && (item.OwnerId == null || item.Call != null)
                && (item.CallAgainOn == null || item.CallAgainOn <= today)
                && projects.Contains(item.Gathering!.Series!.ProjectId)
            )
            .ToListAsync(stop);
        return
        [
            .. open.OrderBy(Urgency)
                .ThenBy(item => item.CallSince ?? item.CreatedAt)
                .ThenBy(item => item.Id)
                .Select(item => new ActionToCall(
                    item,
                    item.Gathering!.Series!.ProjectId,
                    item.Gathering.SeriesId,
                    item.Gathering.Series.Subject
                )),
        ];
    }

    private static int Urgency(AgreedAction action) =>
        action.Call switch
        {
            ActionCall.Stuck or ActionCall.NeedsHelp => 0,
            ActionCall.MailFailed or ActionCall.ByPhone => 1,
            ActionCall.Choose => 2,
            _ => 3,
        };
}
