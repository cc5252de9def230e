using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.WhoWasThere;

/// <summary>
/// After a table: tick who was there, make the report, send it; one sentence a series, of its latest table, for two
/// months.
/// </summary>
public sealed class AfterNextStep(DialoogtafelDb db) : INextStepSource
{
    private const int Ticking = 70;
    private const int Making = 50;
    private const int Sending = 55;
    private static readonly TimeSpan Long = TimeSpan.FromDays(60);

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var since = now - Long;
        var tables = await db
            .Gatherings.SeenBy(actor)
            .AsNoTracking()
            .Where(item => item.CancelledAt == null && item.StartsAt <= now && item.StartsAt >= since)
            .Select(item => new
            {
                Table = item,
                item.Series!.Subject,
                item.Series.ProjectId,
                Ticked = db.Attendances.Any(mark => mark.GatheringId == item.Id),
            })
            .ToListAsync(stop);
        var ids = tables.ConvertAll(item => item.Table.Id);
        var reports =
            ids.Count == 0
                ? []
                : await db
                    .TableReports.AsNoTracking()
                    .Include(item => item.Agreements)
                    .Where(item => ids.Contains(item.GatheringId))
                    .ToDictionaryAsync(item => item.GatheringId, stop);
        return
        [
            .. tables
                .GroupBy(item => item.Table.SeriesId)
                .Select(group => group.OrderByDescending(item => item.Table.StartsAt).First())
                .Select(item =>
                    StepOf(
                        item.Table,
                        item.Subject,
                        item.Ticked,
                        reports.GetValueOrDefault(item.Table.Id),
                        actor,
                        actor.Has(item.ProjectId, TeamRole.Organiser),
                        now
                    )
                )
                .OfType<NextStep>(),
        ];
    }

    private static NextStep? StepOf(
        Gathering table,
        string subject,
        bool ticked,
        TableReport? report,
        Actor actor,
        bool organises,
        DateTime now
    )
    {
        var (what, here) = ($"de tafel over {subject}", $"/bijeenkomsten/{table.Id}");
        return report switch
        {
            _ when !ticked => new(
                table.SeriesId,
                table.EndsAt <= now ? $"Wie was er bij {what}?" : $"Wie is er bij {what}?",
                "Vink aan wie er was",
                $"{here}/afloop",
                Ticking
            ),
            null when table.EndsAt <= now => new(
                table.SeriesId,
                $"Er is nog geen verslag van {what}.",
                "Maak het verslag",
                $"{here}/verslag",
                Making
            ),
            null or { SentAt: not null, ChangedSinceSent: false } => null,
            _ when report.Missing(table).Contains(actor.Person.Id) => new(
                table.SeriesId,
                $"Het verslag van {what} wacht op uw akkoord.",
                "Lees het verslag",
                $"{here}/verslag",
                Sending
            ),
            _ when organises && report.IsAgreed(table) => new(
                table.SeriesId,
                $"Het verslag van {what} kan weg.",
                "Verstuur het verslag",
                $"{here}/verslag",
                Sending
            ),
            _ => null,
        };
    }
}
