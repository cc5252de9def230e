using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Shared;
using Dialoogtafel.Web.Rights;

namespace Dialoogtafel.Web.Features.Calls;

/// <summary>The first row of te bellen, per series. Calling does not fall to somebody who can take little, unless she approaches that person .</summary>
public sealed class CallSteps(DialoogtafelDb db, CallListReader list, CallWords words) : INextStepSource
{
    /// <summary>Above everything else: it cannot wait until tomorrow.</summary>
    private const int ChairNow = 110;
    private const int Today = 100;
    private const int Chair = 80;
    private const int Asked = 60;
    private const int Silent = 48;
    private const int Prepare = 12;

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var projects = actor.RecruiterProjects();
        var rows = projects.Count == 0 ? [] : await list.RowsAsync(db.Gatherings.Where(item => projects.Contains(item.Series!.ProjectId)), now, stop);
        return [.. rows.Where(row => !actor.Person.LimitedLoad || row.Invitation.ApproacherId == actor.Person.Id).GroupBy(row => row.Table.SeriesId).Select(group => Step(group.First()))];
    }

    private NextStep Step(CallRow row) => new(row.Table.SeriesId, $"{words.Why(row)} Het gaat om {row.Table.Series!.Subject}.", $"Bel {row.Invitation.Person!.FirstName}", row.Href, row.Person.Cause switch
    {
        CallCause.LateCancellation => ChairNow,
        CallCause.CalledOff or CallCause.TableMoved or CallCause.DayBefore => Today,
        CallCause.ChairFree => Chair,
        CallCause.AskedForCall or CallCause.Promised or CallCause.WeekBefore => Asked,
        CallCause.Prepare => Prepare,
        _ => Silent,
    });
}
