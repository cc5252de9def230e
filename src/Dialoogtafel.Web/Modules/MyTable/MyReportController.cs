using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>The report of the table, from Mijn tafel: for who was there and who thought along.</summary>
public sealed class MyReportController(MyTableGate gate, ReportReading reading, DialoogtafelDb db, TimeProvider clock)
    : MyTableBase(gate, clock)
{
    [HttpGet("verslag")]
    public Task<IActionResult> Show(CancellationToken stop) => WithPageAsync(stop, async (pages, invitation) =>
        {
            var mark = await db
                .Attendances.AsNoTracking()
                .SingleOrDefaultAsync(
                    item => item.GatheringId == invitation.GatheringId && item.PersonId == invitation.PersonId,
                    stop
                );
            return
                ReportAccess.IsFor(invitation, mark)
                && await reading.ReadAsync(invitation.GatheringId, draft: false, stop) is { } report
                ? await Page("Report", new MyReportPage(pages.Owner, report))
                : SeeOther(pages.Owner.Path);
        });
}

public sealed record MyReportPage(LinkOwner Owner, ReportView Report);
