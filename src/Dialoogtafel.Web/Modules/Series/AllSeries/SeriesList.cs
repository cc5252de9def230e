using System.Globalization;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series.AllSeries;

/// <summary>What the pages about series read.</summary>
public sealed class SeriesList(DialoogtafelDb db, WallClock wall)
{
    /// <summary>The newest series first, each with the tables that this person sees.</summary>
    public async Task<IReadOnlyList<SeriesLine>> LinesAsync(Actor actor, CancellationToken stop)
    {
        var rows = await db
            .Gatherings.AsNoTracking()
            .SeenBy(actor)
            .OrderByDescending(item => item.SeriesId)
            .ThenBy(item => item.Number)
            .Select(item => new
            {
                item.Id,
                item.SeriesId,
                item.Series!.Subject,
                Domain = item.Series.LifeDomain!.Name,
                item.Number,
                item.Focus,
                item.StartsAt,
                item.CancelledAt,
            })
            .ToListAsync(stop);
        return
        [
            .. rows.GroupBy(row => row.SeriesId)
                .Select(group => new SeriesLine(
                    group.Key,
                    group.First().Subject,
                    group.First().Domain,
                    [
                        .. group.Select(row => new SeriesLineTable(
                            row.Id,
                            TableTrack.TitleOf(row.Number, row.Focus),
                            wall.Local(row.StartsAt),
                            row.CancelledAt is not null
                        )),
                    ]
                )),
        ];
    }

    /// <summary>The tables of one series with both tracks: two queries, whatever their number.</summary>
    public async Task<IReadOnlyList<SeriesTable>> TablesAsync(int series, CancellationToken stop)
    {
        var tables = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Location)
            .Where(item => item.SeriesId == series)
            .OrderBy(item => item.Number)
            .ToListAsync(stop);
        var counts = await db
            .Invitations.Where(item => item.Gathering!.SeriesId == series && item.WithdrawnAt == null)
            .GroupBy(item => item.GatheringId)
            .Select(group => new
            {
                group.Key,
                Approached = group.Count(item => item.ApproachedAt != null),
                Seated = group.Count(item => item.SeatedAt != null),
            })
            .ToDictionaryAsync(item => item.Key, stop);
        return
        [
            .. tables.Select(table =>
                Row(
                    table,
                    counts.GetValueOrDefault(table.Id)?.Approached ?? 0,
                    counts.GetValueOrDefault(table.Id)?.Seated ?? 0
                )
            ),
        ];
    }

    public async Task<IReadOnlyList<SelectListItem>> DomainsAsync(CancellationToken stop) =>
        await db
            .LifeDomains.OrderBy(item => item.Id)
            .Select(item => new SelectListItem(item.Name, item.Id.ToString(CultureInfo.InvariantCulture)))
            .ToListAsync(stop);

    /// <summary>The projects to choose from; empty when there is nothing to choose.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ProjectsAsync(
        IReadOnlyList<int> projects,
        CancellationToken stop
    ) =>
        projects.Count < 2
            ? []
            : await db
                .Projects.Where(item => projects.Contains(item.Id))
                .OrderBy(item => item.Name)
                .Select(item => new SelectListItem(item.Name, item.Id.ToString(CultureInfo.InvariantCulture)))
                .ToListAsync(stop);

    /// <summary>Where the last table of these projects was, to start from.</summary>
    public async Task<Location?> LastPlaceAsync(IReadOnlyList<int> projects, CancellationToken stop) =>
        await db
            .Gatherings.AsNoTracking()
            .Where(item => projects.Contains(item.Series!.ProjectId) && item.LocationId != null)
            .OrderByDescending(item => item.Id)
            .Select(item => item.Location)
            .FirstOrDefaultAsync(stop);

    private SeriesTable Row(Gathering table, int approached, int seated) =>
        new(
            table.Id,
            TableTrack.TitleOf(table.Number, table.Focus),
            wall.Local(table.StartsAt),
            table.Location?.Name,
            TableTrack.Recruiting(table, approached, seated),
            TableTrack.Programme(table),
            table.CancelledAt is not null
        );
}
