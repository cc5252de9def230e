using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Privacy;

/// <summary>
/// Who led a table when: as long as the answers that they could read, so some months after the last table of the
/// series.
/// </summary>
public sealed class DutyRetention(DialoogtafelDb db, InstallationOptions options) : IKeeps
{
    public string What => "duties removed";

    public Task<int> DropAsync(DateTime now, CancellationToken stop)
    {
        var over = db.TablesOfSeriesBefore(now.AddMonths(-options.AnswerMonths));
        return db.DutyPeriods.Where(duty => over.Any(table => table.Id == duty.GatheringId)).ExecuteDeleteAsync(stop);
    }
}
