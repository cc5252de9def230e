using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// The report of an earlier table of the series, for who was there: by the link that she got with it (M-17, M-18).
/// Makes no link.
/// </summary>
public sealed class EarlierReport(DialoogtafelDb db, LinkDesk links, Installation installation)
{
    /// <summary>Null when there is no report for her.</summary>
    /// <param name="invitation">With its gathering.</param>
    public async Task<Uri?> LinkAsync(Invitation invitation, CancellationToken stop)
    {
        var (series, number) = (invitation.Gathering!.SeriesId, invitation.Gathering.Number);
        var link =
            number < 2
                ? null
                : await (
                    from item in db.Links.AsNoTracking()
                    where
                        item.PersonId == invitation.PersonId
                        && item.Purpose == LinkPurpose.Report
                        && item.WithdrawnAt == null
                        && item.ExpiresAt == null
                    join table in db.Gatherings on item.GatheringId equals table.Id
                    where
                        table.SeriesId == series
                        && table.Number < number
                        && table.CancelledAt == null
                        && db.TableReports.Any(report => report.GatheringId == table.Id && report.SentWords != null)
                        && db.Attendances.Any(mark =>
                            mark.GatheringId == table.Id
                            && mark.PersonId == item.PersonId
                            && mark.Presence == Presence.Present
                        )
                    orderby table.Number descending
                    select item
                ).FirstOrDefaultAsync(stop);
        return link is null ? null : links.Address(link, await installation.ReadAsync(stop));
    }
}
