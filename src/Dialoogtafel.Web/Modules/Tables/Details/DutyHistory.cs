using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Details;

/// <summary>Wie begeleidde wanneer, as lines to read: the log of who became a reader of a table and by whom.</summary>
public sealed class DutyHistory(DialoogtafelDb db, WallClock wall, Texts T)
{
    /// <summary>The newest first, as it is stored.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(int table, DateTime now, CancellationToken stop)
    {
        var rows = await db.DutyPeriods.AsNoTracking().Where(item => item.GatheringId == table).ToListAsync(stop);
        var ids = rows.Select(item => (int?)item.PersonId).Concat(rows.Select(item => item.ById)).Distinct().ToList();
        var names = await db
            .Persons.Where(item => ids.Contains(item.Id) && item.ErasedAt == null)
            .ToDictionaryAsync(item => item.Id, item => item.FullName, stop);
        return
        [
            .. rows.OrderByDescending(item => item.From ?? DateTime.MinValue)
                .ThenByDescending(item => item.Id)
                .Select(item => Line(item, names, now)),
        ];
    }

    private string Line(DutyPeriod item, Dictionary<int, string> names, DateTime now)
    {
        var since = item.From is { } from ? $"vanaf {Moment(from, now)}" : "al voordat wij dit bijhielden";
        var chosen =
            item.ById is not { } by ? ""
            : by == item.PersonId ? " Koos zichzelf."
            : $" Gekozen door {NameOf(by, names)}.";
        return $"{NameOf(item.PersonId, names)}, {Of(item.Duty)}: "
            + $"{since}{(item.Until is { } end ? $", tot {Moment(end, now)}" : "")}.{chosen}"
            + (item.NewReader ? " Er waren al antwoorden." : "");
    }

    private static string NameOf(int person, Dictionary<int, string> names) =>
        names.GetValueOrDefault(person, "iemand die is gewist");

    private static string Of(TableDuty duty) =>
        duty switch
        {
            TableDuty.Process => "procesbegeleider",
            TableDuty.Content => "inhoudelijk begeleider",
            TableDuty.Reserve => "reserve",
            _ => throw new ArgumentOutOfRangeException(nameof(duty), duty, null),
        };

    private string Moment(DateTime utc, DateTime now) =>
        wall.Local(utc) is var local ? $"{T.Day(local, wall.Local(now))}, {T.Time(local)}" : "";
}
