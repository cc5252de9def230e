using Dialoogtafel.Domain;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series.Parties;

/// <summary>Reads and writes which perspectives a series wants at its tables, and how many people of each.</summary>
public sealed class PartyPlan(DialoogtafelDb db, SeatLock seating)
{
    /// <summary>The tables of the series that have not begun, first one first; only to look at.</summary>
    public Task<List<Gathering>> UpcomingAsync(int series, DateTime now, CancellationToken stop) =>
        db
            .Gatherings.AsNoTracking()
            .Include(item => item.Wanted)
                .ThenInclude(item => item.Perspective)
            .Where(item =>
                item.SeriesId == series && (item.StartsAt == null || item.StartsAt > now) && item.CancelledAt == null
            )
            .OrderBy(item => item.Number)
            .ToListAsync(stop);

    /// <summary>
    /// What is wanted now; for a fresh series what its domain proposes, with other proposals at nought.
    /// </summary>
    public async Task<List<PartyRow>> RowsAsync(
        GatheringSeries series,
        IReadOnlyList<Gathering> tables,
        CancellationToken stop
    )
    {
        var domain = await db
            .LifeDomains.AsNoTracking()
            .Include(item => item.Parties)
            .SingleAsync(item => item.Id == series.LifeDomainId, stop);
        var wanted = tables.Select(table => table.Wanted).FirstOrDefault(list => list.Count > 0) ?? [];
        var rows = wanted
            .OrderBy(item => item.Id)
            .Select(item => new PartyRow
            {
                Name = item.Perspective!.Name,
                Kind = item.Perspective.Kind,
                Wanted = item.Wanted,
                Known = true,
            })
            .ToList();
        var names = rows.Select(row => row.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        rows.AddRange(
            domain
                .Parties.OrderBy(item => item.Id)
                .Where(item => !names.Contains(item.Name))
                .Select(item => new PartyRow
                {
                    Name = item.Name,
                    Kind = item.Kind,
                    Wanted = names.Count == 0 ? item.Wanted : 0,
                    Known = true,
                })
        );
        rows.AddRange(
            Enumerable.Range(0, PartiesForm.EmptyRows).Select(_ => new PartyRow { Kind = PerspectiveKind.Party })
        );
        return rows;
    }

    /// <summary>
    /// Wanted numbers decide about chairs, so each table takes them under its lock, one after the other. Everything is
    /// checked before the first one; saving the same again does no harm.
    /// </summary>
    /// <exception cref="DomainRuleException">The numbers add up to more than the chairs of a table.</exception>
    public async Task WriteAsync(
        int series,
        string themes,
        IReadOnlyList<PartyRow> rows,
        IReadOnlyList<int> tables,
        DateTime now,
        CancellationToken stop
    )
    {
        foreach (var id in tables)
        {
            await using var table = await seating.LockAsync(id, now, stop)
                ?? throw new InvalidOperationException("A table went away while it was being planned.");
            WantedSeats.CheckTotal(rows.Select(row => row.Wanted ?? 0), table.Gathering.MaxSeats);
            var found = await db.Series.SingleAsync(item => item.Id == series, stop);
            found.Themes = themes;
            Set(table.Gathering, rows, await PerspectivesAsync(found.ProjectId, rows, stop));
            await table.SaveAsync(stop);
        }
    }

    /// <summary>
    /// The perspectives of the project by name: those that exist are used again, the others are made.
    /// </summary>
    private async Task<Dictionary<string, Perspective>> PerspectivesAsync(
        int project,
        IReadOnlyList<PartyRow> rows,
        CancellationToken stop
    )
    {
        var known = await db.Perspectives.Where(item => item.ProjectId == project).ToListAsync(stop);
        var byName = known.ToDictionary(item => item.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(row => row.Wanted > 0 && !byName.ContainsKey(row.Name!)))
        {
            var made = new Perspective
            {
                ProjectId = project,
                Name = row.Name!,
                Kind = row.Kind ?? PerspectiveKind.Party,
            };
            byName[made.Name] = made;
            db.Perspectives.Add(made);
        }

        await db.SaveChangesAsync(stop);
        return byName;
    }

    private void Set(Gathering table, IReadOnlyList<PartyRow> rows, Dictionary<string, Perspective> perspectives)
    {
        var wanted = rows.Where(row => row.Wanted > 0)
            .ToDictionary(row => perspectives[row.Name!].Id, row => row.Wanted!.Value);
        foreach (var gone in table.Wanted.Where(item => !wanted.ContainsKey(item.PerspectiveId)).ToList())
        {
            table.Wanted.Remove(gone);
            db.Remove(gone);
        }

        foreach (var (perspective, number) in wanted)
        {
            if (table.Wanted.Find(item => item.PerspectiveId == perspective) is { } present)
            {
                present.Wanted = number;
            }
            else
            {
                table.Wanted.Add(new WantedSeats { PerspectiveId = perspective, Wanted = number });
            }
        }
    }
}
