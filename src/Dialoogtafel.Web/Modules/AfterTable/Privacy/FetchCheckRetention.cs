using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Privacy;

/// <summary>
/// Whether people got what they came for: as answers, some months after the last table of the series.
/// </summary>
public sealed class FetchCheckRetention(DialoogtafelDb db, InstallationOptions options) : IKeeps
{
    public string What => "answers removed";

    public Task<int> DropAsync(DateTime now, CancellationToken stop)
    {
        var over = db.InvitationsOfSeriesBefore(now.AddMonths(-options.AnswerMonths));
        return db.FetchChecks.Where(told => over.Any(item => item.Id == told.InvitationId)).ExecuteDeleteAsync(stop);
    }
}
