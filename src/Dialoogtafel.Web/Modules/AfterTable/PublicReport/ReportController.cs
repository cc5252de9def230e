using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.AfterTable.Reports;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.PublicReport;

/// <summary>
/// The report behind its own personal link (M-15). Nothing can be changed here, and nothing of the reader is shown.
/// </summary>
[Open]
public sealed class ReportController(
    DialoogtafelDb db,
    LinkGate gate,
    LinkDesk desk,
    ReportReading reading,
    TimeProvider clock
) : Controller
{
    /// <summary>The mailed link: leaves its token behind in a cookie.</summary>
    [HttpGet("v/{token}")]
    public async Task<IActionResult> Open(string token, string? k, CancellationToken stop) =>
        await desk.FindAsync(token, clock.GetUtcNow().UtcDateTime, stop) is not { Purpose: LinkPurpose.Report } link
            ? LostLink.View(this)
        : gate.Land(HttpContext, link, token, k) is { } next ? new SeeOtherResult(next)
        : await Show(stop);

    [HttpGet("verslag/{linkId:int}")]
    public async Task<IActionResult> Show(CancellationToken stop)
    {
        if (
            await gate.OpenAsync(HttpContext, LinkPurpose.Report, stop)
            is not { Link: { GatheringId: { } gathering } link }
        )
        {
            return LostLink.View(this);
        }

        // A test of an organiser shows the text as it stands.
        var team = await db.Gatherings.AnyAsync(
            item =>
                item.Id == gathering
                && db.Memberships.Any(member =>
                    member.PersonId == link.PersonId
                    && member.ProjectId == item.Series!.ProjectId
                    && member.Until == null
                ),
            stop
        );
        if (await reading.ReadAsync(gathering, team, stop) is not { } report)
        {
            return LostLink.View(this);
        }

        HttpContext.SetPersonLanguage(
            await db
                .Persons.Where(item => item.Id == link.PersonId)
                .Select(item => item.Language)
                .SingleOrDefaultAsync(stop)
        );
        return View("Read", report);
    }
}
