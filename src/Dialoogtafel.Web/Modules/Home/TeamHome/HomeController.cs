using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Home.TeamHome;

/// <summary>
/// Home answers one question: what is the next step? Below it the tables, by where they stand in time.
/// </summary>
[May(Who.Team, Scope.Anywhere)]
public sealed class HomeController(
    DialoogtafelDb db,
    WallClock wall,
    IEnumerable<INextStepSource> sources,
    TimeProvider clock
) : TeamController(clock)
{
    /// <summary>More tables than this in one list are looked up by series.</summary>
    private const int Most = 50;

    [HttpGet("start")]
    public async Task<IActionResult> Start(string? fase, CancellationToken stop)
    {
        var mine = db.Gatherings.AsNoTracking().Where(item => item.CancelledAt == null).SeenBy(Me);
        var phase = PhaseTab.All.FirstOrDefault(tab => tab.Key == fase)?.Phase
            ?? (await In(mine, Phase.During).AnyAsync(stop) ? Phase.During : Phase.Before);
        var tables = await ListAsync(mine, phase, stop);
        var steps = await StepsAsync(stop);
        return View(
            "Home",
            new HomePage
            {
                FirstName = Me.Person.FirstName,
                Next = steps.FirstOrDefault(),
                AnyTable = tables.Count > 0 || await mine.AnyAsync(stop),
                HasProject = Me.OwnProjects.Count > 0,
                MayStart = Me.RecruiterProjects().Count > 0,
                Phase = phase,
                Tables = tables,
                Today = wall.Local(Now),
                Also = [.. steps.Skip(1).Where(step => step.Always)],
            }
        );
    }

    /// <summary>The most urgent first.</summary>
    private async Task<IReadOnlyList<NextStep>> StepsAsync(CancellationToken stop)
    {
        var steps = new List<NextStep>();
        foreach (var source in sources)
        {
            steps.AddRange(await source.FindAsync(Me, Now, stop));
        }

        return [.. steps.OrderByDescending(step => step.Urgency)];
    }

    private async Task<IReadOnlyList<HomeTable>> ListAsync(
        IQueryable<Gathering> mine,
        Phase phase,
        CancellationToken stop
    )
    {
        var inPhase = In(mine, phase);
        // What is nearest to today comes first; tables without a date last.
        var ordered =
            phase == Phase.After
                ? inPhase.OrderByDescending(item => item.StartsAt)
                : inPhase.OrderBy(item => item.StartsAt == null).ThenBy(item => item.StartsAt);
        var rows = await ordered
            .Take(Most)
            .Select(item => new TableRow(
                item.Id,
                item.Number,
                item.Focus,
                item.Series!.Subject,
                item.StartsAt,
                item.Location!.Name
            ))
            .ToListAsync(stop);
        return
        [
            .. rows.Select(row => new HomeTable(
                row.Id,
                TableTrack.TitleOf(row.Number, row.Focus),
                row.Subject,
                wall.Local(row.StartsAt),
                row.Place
            )),
        ];
    }

    private IQueryable<Gathering> In(IQueryable<Gathering> gatherings, Phase phase)
    {
        var (today, tomorrow) = (wall.DayStart(Now), wall.DayStart(Now, days: 1));
        return phase switch
        {
            Phase.Before => gatherings.Where(item => item.StartsAt == null || item.StartsAt >= tomorrow),
            Phase.During => gatherings.Where(item => item.StartsAt >= today && item.StartsAt < tomorrow),
            Phase.After => gatherings.Where(item => item.StartsAt < today),
            _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
        };
    }
}
