using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.QuestionSets;

/// <summary>Asks to put the questions ready when a table with a date and facilitators comes near (M-06).</summary>
public sealed class QuestionNextStep(DialoogtafelDb db, WallClock wall) : INextStepSource
{
    /// <summary>Days before the table from which the questions can be thought of.</summary>
    private const int Near = 42;

    /// <summary>Days before the table on which people should have them.</summary>
    private const int Due = 21;

    private const int ThisWeek = 45;
    private const int Soon = 30;

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
                        && item.QuestionsReadyAt == null
                        && item.StartsAt > now
                        && item.StartsAt < last
                        && item.ProcessFacilitatorId != null
                        && item.ContentFacilitatorId != null
                    )
                    .OrderBy(item => item.StartsAt)
                    .ToListAsync(stop);
        return
        [
            .. tables
                .DistinctBy(item => item.SeriesId)
                .Select(item => new NextStep(
                    item.SeriesId,
                    $"Tafel {item.Number} over {item.Series!.Subject} is "
                        + $"{InDays(wall.DaysUntil(item.StartsAt!.Value, now))}. De vragen vooraf staan nog niet "
                        + "klaar.",
                    "Zet de vragen klaar",
                    $"/bijeenkomsten/{item.Id}/vragen",
                    wall.DaysUntil(item.StartsAt.Value, now) <= Due ? ThisWeek : Soon
                )),
        ];
    }

    private static string InDays(int days) =>
        days switch
        {
            <= 0 => "vandaag",
            1 => "morgen",
            _ => $"over {days} dagen",
        };
}
