using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>
/// The report of one table as people read it: nothing of the reader stands on it, so that passing it on shows the
/// report alone.
/// </summary>
/// <param name="Day">Local.</param>
/// <param name="Draft">It was not sent: only the team sees it so.</param>
public sealed record ReportView(string Subject, DateTime Day, IHtmlContent Body, Contact? Contact, bool Draft);

/// <summary>Opens the report of a table as it was sent last.</summary>
public sealed class ReportReading(DialoogtafelDb db, FieldCipher cipher, InstallationFacts facts, WallClock wall)
{
    /// <summary>Null when there is nothing to read.</summary>
    /// <param name="draft">For a team member: the text as it stands when it was not sent, or was changed since.</param>
    public async Task<ReportView?> ReadAsync(int gathering, bool draft, CancellationToken stop)
    {
        var table = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Series)
            .Include(item => item.ContactPerson)
            .SingleOrDefaultAsync(item => item.Id == gathering, stop);
        var report = await db
            .TableReports.AsNoTracking()
            .SingleOrDefaultAsync(item => item.GatheringId == gathering, stop);
        var words = draft ? report?.Words : report?.SentWords;
        return table?.StartsAt is not { } start || words is null
            ? null
            : new ReportView(
                table.Series!.Subject,
                wall.Local(start),
                ReportText.Html(cipher.Open(words)),
                Contact.Of(table, facts),
                report!.SentWords != words
            );
    }
}
