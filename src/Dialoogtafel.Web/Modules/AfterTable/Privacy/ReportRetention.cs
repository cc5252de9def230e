using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Privacy;

/// <summary>
/// The notes of a table as answers; the words of its report and who agreed to them some months later.
/// </summary>
public sealed class ReportRetention(DialoogtafelDb db, InstallationOptions options) : IKeeps
{
    public string What => "answers removed";

    public async Task<int> DropAsync(DateTime now, CancellationToken stop)
    {
        var (noteDate, reportDate) = (now.AddMonths(-options.AnswerMonths), now.AddMonths(-options.ReportMonths));
        var notes = db.TablesOfSeriesBefore(noteDate);
        var count = await db
            .TableNotes.Where(note => notes.Any(table => table.Id == note.GatheringId))
            .ExecuteDeleteAsync(stop);
        var reports = db.TablesOfSeriesBefore(reportDate);
        var old = await db
            .TableReports.Include(item => item.Agreements)
            .Where(item =>
                (item.Words != null || item.SentWords != null) && reports.Any(table => table.Id == item.GatheringId)
            )
            .ToListAsync(stop);
        old.ForEach(item => item.Empty());
        await db.SaveChangesAsync(stop);
        return count + old.Count;
    }
}
