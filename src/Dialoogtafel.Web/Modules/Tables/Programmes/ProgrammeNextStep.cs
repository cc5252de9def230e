using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Programmes;

/// <summary>
/// Asks for a programme when a table is near and none is kept: then nobody could take it over.
/// </summary>
public sealed class ProgrammeNextStep(DialoogtafelDb db, WallClock wall) : INextStepSource
{
    /// <summary>Days before the table.</summary>
    private const int Near = 14;

    /// <summary>After the questions beforehand, whose answers may change the programme.</summary>
    private const int Urgency = 40;

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var projects = actor.RecruiterProjects();
        var last = wall.DayStart(now, Near + 1);
        var tables =
            projects.Count == 0
                ? []
                : await db
                    .Gatherings.AsNoTracking()
                    .Include(item => item.Series)
                    .Where(item =>
                        projects.Contains(item.Series!.ProjectId)
                        && item.CancelledAt == null
                        && item.StartsAt > now
                        && item.StartsAt < last
                        && !db.ProgrammeSteps.Any(step => step.GatheringId == item.Id)
                    )
                    .OrderBy(item => item.StartsAt)
                    .ToListAsync(stop);
        return
        [
            .. tables
                .DistinctBy(item => item.SeriesId)
                .Select(item => new NextStep(
                    item.SeriesId,
                    $"Tafel {item.Number} over {item.Series!.Subject} heeft nog geen programma. Er ligt een "
                        + "voorstel klaar.",
                    "Bekijk het programma",
                    $"/bijeenkomsten/{item.Id}/programma",
                    Urgency
                )),
        ];
    }
}
