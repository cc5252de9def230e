using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.Overview;

/// <summary>
/// Asks a facilitator to read the preparation in the week before her table, while something is unread.
/// </summary>
public sealed class ReadingNextStep(DialoogtafelDb db, TablePreparationReader preparations, WallClock wall)
    : INextStepSource
{
    private const int Near = 7;
    private const int Urgency = 70;

    public async Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var (me, last) = (actor.Person.Id, wall.DayStart(now, Near + 1));
        var tables = await preparations.ReadAsync(
            db.Gatherings.WithAnswersReadBy(actor)
                .Where(item => item.CancelledAt == null && item.StartsAt > now && item.StartsAt < last)
                .OrderBy(item => item.StartsAt),
            stop
        );
        if (tables.Count == 0)
        {
            return [];
        }

        var answers = tables
            .SelectMany(table => table.People)
            .SelectMany(person => person.Readable)
            .Select(item => item.Answer.Id)
            .ToList();
        var read = await db
            .AnswerReads.AsNoTracking()
            .Where(item => item.ReaderId == me && answers.Contains(item.AnswerId))
            .ToDictionaryAsync(item => item.AnswerId, item => item.Revision, stop);
        return
        [
            .. from table in tables.DistinctBy(item => item.Table.SeriesId)
            let unread = table
                .People.SelectMany(person => person.Readable)
                .Count(item => read.GetValueOrDefault(item.Answer.Id) < item.Answer.Revision)
            where unread > 0
            select new NextStep(
                table.Table.SeriesId,
                $"Voor tafel {table.Table.Number} over {table.Table.Series!.Subject} "
                    + $"{(unread == 1 ? "is 1 antwoord" : $"zijn {unread} antwoorden")} nog niet gelezen.",
                "Lees de voorbereiding",
                $"/bijeenkomsten/{table.Table.Id}/voorbereiding",
                Urgency
            ),
        ];
    }
}
