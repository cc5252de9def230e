using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.Privacy;

/// <summary>
/// Answers to the preparation questions, and with them who read them and who was ready: some months after the last
/// table of the series.
/// </summary>
public sealed class AnswerRetention(DialoogtafelDb db, InstallationOptions options) : IKeeps
{
    public string What => "answers removed";

    public async Task<int> DropAsync(DateTime now, CancellationToken stop)
    {
        var over = db.InvitationsOfSeriesBefore(now.AddMonths(-options.AnswerMonths));
        var old = db.Answers.Where(answer => over.Any(item => item.Id == answer.InvitationId));
        await db.AnswerReads.Where(read => old.Any(answer => answer.Id == read.AnswerId)).ExecuteDeleteAsync(stop);
        var count = await old.ExecuteDeleteAsync(stop);
        await db
            .Preparations.Where(preparation => over.Any(item => item.Id == preparation.InvitationId))
            .ExecuteDeleteAsync(stop);
        return count;
    }
}
