using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series.AllSeries;

/// <summary>
/// What a series asks for next: who must hear each other, people to approach, a goal and an outcome before the date, a
/// date for the next table. At most one step a series, the most urgent one.
/// </summary>
public sealed class SeriesNextStep(DialoogtafelDb db, WallClock wall) : INextStepSource
{
    /// <summary>
    /// Days before a table in which its programme must get its goal and outcome, and its chairs must fill.
    /// </summary>
    private const int Near = 21;

    /// <summary>Days before a table in which the next one needs its date, to be named at this one .</summary>
    private const int NextTableNear = 42;

    private const int ThisWeek = 50;
    private const int Soon = 35;
    private const int WhenThereIsTime = 20;

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var projects = actor.RecruiterProjects();
        if (projects.Count == 0)
        {
            return [];
        }

        var tables = await db
            .Gatherings.AsNoTracking()
            .Where(item =>
                projects.Contains(item.Series!.ProjectId)
                && item.CancelledAt == null
                && (item.StartsAt == null || item.StartsAt > now)
            )
            .Select(item => new Upcoming
            {
                Id = item.Id,
                SeriesId = item.SeriesId,
                Subject = item.Series!.Subject,
                Number = item.Number,
                StartsAt = item.StartsAt,
                HasGoal = item.Purpose.Length > 0 && item.IntendedOutcome.Length > 0,
                HasParties = item.Wanted.Any(),
                ApproachFrom = item.ApproachFrom,
                MinSeats = item.MinSeats,
                Approached = db.Invitations.Count(invitation =>
                    invitation.GatheringId == item.Id
                    && invitation.WithdrawnAt == null
                    && invitation.ApproachedAt != null
                ),
                Seated = db.Invitations.Count(invitation =>
                    invitation.GatheringId == item.Id && invitation.WithdrawnAt == null && invitation.SeatedAt != null
                ),
            })
            .ToListAsync(stop);
        return
        [
            .. tables
                .GroupBy(table => table.SeriesId)
                .Select(group => MostUrgent(group.OrderBy(table => table.Number).ToList(), now))
                .OfType<NextStep>(),
        ];
    }

    private NextStep? MostUrgent(IReadOnlyList<Upcoming> series, DateTime now) =>
        new[] { Parties(series[0]), Programme(series[0], now), Recruiting(series[0], now), NextDate(series, now) }
            .OfType<NextStep>()
            .MaxBy(step => step.Urgency);

    private static NextStep? Parties(Upcoming table) =>
        table.HasParties
            ? null
            : new(
                table.SeriesId,
                $"Wie moeten elkaar horen over {table.Subject}? Kies de partijen.",
                "Partijen kiezen",
                $"/reeksen/{table.SeriesId}/partijen",
                ThisWeek
            );

    private NextStep? Programme(Upcoming table, DateTime now) =>
        table.HasGoal || Days(table, now) is not <= Near
            ? null
            : new(
                table.SeriesId,
                $"Tafel {table.Number} over {table.Subject} is {InDays(Days(table, now)!.Value)}. Schrijf "
                    + "op wat de tafel moet opleveren.",
                "Doel en opbrengst invullen",
                $"/bijeenkomsten/{table.Id}/gegevens",
                Soon
            );

    private NextStep? Recruiting(Upcoming table, DateTime now) =>
        table.StartsAt is null || table.Approached >= table.ApproachFrom || table.Seated >= table.MinSeats
            ? null
            : new(
                table.SeriesId,
                $"Voor tafel {table.Number} over {table.Subject} zijn {table.Approached} van de "
                    + $"{table.ApproachFrom} mensen benaderd.",
                "Naar de werving",
                $"/bijeenkomsten/{table.Id}/werving",
                Days(table, now) <= Near ? ThisWeek : Soon
            );

    private NextStep? NextDate(IReadOnlyList<Upcoming> series, DateTime now)
    {
        var open = series.FirstOrDefault(table => table.StartsAt is null);
        var before = series.LastOrDefault(table => table.StartsAt is not null && table.Number < open?.Number);
        // No earlier table to come means that the earlier one has been: then the date is late.
        return open is null || (before is not null && Days(before, now) is not <= NextTableNear)
            ? null
            : new(
                open.SeriesId,
                $"Tafel {open.Number} over {open.Subject} heeft nog geen datum.",
                "Datum kiezen",
                $"/bijeenkomsten/{open.Id}/gegevens",
                before is null ? ThisWeek : WhenThereIsTime
            );
    }

    private int? Days(Upcoming table, DateTime now) => table.StartsAt is { } start ? wall.DaysUntil(start, now) : null;

    private static string InDays(int days) =>
        days switch
        {
            <= 0 => "vandaag",
            1 => "morgen",
            _ => $"over {days} dagen",
        };

    private sealed record Upcoming
    {
        public required int Id { get; init; }
        public required int SeriesId { get; init; }
        public required string Subject { get; init; }
        public required int Number { get; init; }
        public required DateTime? StartsAt { get; init; }
        public required bool HasGoal { get; init; }
        public required bool HasParties { get; init; }
        public required int ApproachFrom { get; init; }
        public required int MinSeats { get; init; }
        public required int Approached { get; init; }
        public required int Seated { get; init; }
    }
}
