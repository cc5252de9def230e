using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Privacy;

/// <summary>Which tables somebody led or was the reserve of, from when until when.</summary>
public sealed class DossierDuties(DialoogtafelDb db, DossierLabels words, Texts T) : IDossierPart
{
    public int Place => 50;

    public async Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop)
    {
        var duties = await (
            from duty in db.DutyPeriods
            join table in db.Gatherings on duty.GatheringId equals table.Id
            where duty.PersonId == request.Person.Id
            orderby duty.Id
            select new
            {
                duty.From,
                duty.Until,
                table.Series!.Subject,
                table.Series.ProjectId,
            }
        ).ToListAsync(stop);
        return
        [
            DossierPart.Of(
                T["Begeleider of reserve bij een tafel"],
                from item in duties
                where request.Sight.Covers(item.ProjectId)
                select (item.Subject, (string?)When(item.From, item.Until))
            ),
        ];
    }

    private string When(DateTime? from, DateTime? until) =>
        from is { } start ? words.Period(start, until)
        : until is { } end ? T["tot {0}", words.Moment(end)]
        : T["al langer"];
}
