using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Series;

/// <summary>What belongs to a table when a mail or a page speaks of it, and which tables are long over.</summary>
public static class GatheringQueries
{
    public static IQueryable<Gathering> WithFacts(this IQueryable<Gathering> gatherings) =>
        gatherings
            .Include(item => item.Kind)
            .Include(item => item.Series!.LifeDomain)
            .Include(item => item.Series!.Project)
            .Include(item => item.Location)
            .Include(item => item.ProcessFacilitator)
            .Include(item => item.ContentFacilitator)
            .Include(item => item.ReserveFacilitator)
            .Include(item => item.ContactPerson);

    /// <summary>An invitation with everything that its mails say.</summary>
    public static IQueryable<Invitation> WithFacts(this IQueryable<Invitation> invitations) =>
        invitations
            .Include(item => item.Person)
            .Include(item => item.Perspective)
            .Include(item => item.Gathering!.Kind)
            .Include(item => item.Gathering!.Series!.LifeDomain)
            .Include(item => item.Gathering!.Series!.Project)
            .Include(item => item.Gathering!.Location)
            .Include(item => item.Gathering!.ProcessFacilitator)
            .Include(item => item.Gathering!.ContentFacilitator)
            .Include(item => item.Gathering!.ReserveFacilitator)
            .Include(item => item.Gathering!.ContactPerson);

    /// <summary>
    /// Tables of a series whose last one was before a moment. One that never got a date, or was called off, must not
    /// keep the words of a series for ever: it counts from when it was called off, or the series was made.
    /// </summary>
    public static IQueryable<Gathering> TablesOfSeriesBefore(this DialoogtafelDb db, DateTime before) =>
        db.Gatherings.Where(item =>
            db.Gatherings.Where(table => table.SeriesId == item.SeriesId)
                .All(table => (table.CancelledAt ?? table.StartsAt ?? table.Series!.CreatedAt) < before)
        );

    /// <summary>The invitations to those tables.</summary>
    public static IQueryable<Invitation> InvitationsOfSeriesBefore(this DialoogtafelDb db, DateTime before) =>
        db.Invitations.Where(item =>
            db.Gatherings.Where(table => table.SeriesId == item.Gathering!.SeriesId)
                .All(table => (table.CancelledAt ?? table.StartsAt ?? table.Series!.CreatedAt) < before)
        );
}
