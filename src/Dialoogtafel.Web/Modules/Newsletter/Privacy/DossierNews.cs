using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter.Privacy;

/// <summary>
/// Requests for news of somebody's mailbox and first name. The subscription itself is a consent and stands among those.
/// </summary>
public sealed class DossierNews(DialoogtafelDb db, DossierLabels words, Texts T) : IDossierPart
{
    public int Place => 30;

    public async Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop)
    {
        var id = request.Person.Id;
        var requests = await (
            from item in db.SubscriptionRequests
            join person in db.Persons on item.Email equals person.Email
            where
                person.Id == id
                && (item.PersonId == id || (item.PersonId == null && item.FirstName == person.FirstName))
            orderby item.AskedAt
            select new
            {
                item.ProjectId,
                item.AskedAt,
                item.ConfirmedAt,
                item.FirstName,
                item.LastName,
                item.Email,
            }
        ).ToListAsync(stop);
        return
        [
            DossierPart.Of(
                T["Aanmelding voor nieuws"],
                from item in requests
                where request.Sight.Covers(item.ProjectId)
                let who = $"{item.FirstName} {item.LastName} {item.Email}"
                let yes = item.ConfirmedAt is { } at ? T["ja gezegd op {0}", words.Moment(at)] : T["nog geen ja gezegd"]
                select (request.Projects[item.ProjectId], (string?)$"{words.Moment(item.AskedAt)}, {who}, {yes}")
            ),
        ];
    }
}
