using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Team.Privacy;

/// <summary>From when until when somebody worked in the team, and for which project.</summary>
public sealed class DossierMemberships(DialoogtafelDb db, DossierLabels words, Texts T) : IDossierPart
{
    public int Place => 40;

    public async Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop)
    {
        var team = await db
            .Memberships.AsNoTracking()
            .Where(item => item.PersonId == request.Person.Id)
            .OrderBy(item => item.From)
            .ToListAsync(stop);
        return
        [
            DossierPart.Of(
                T["Werk in het team"],
                from item in team
                where item.ProjectId is not { } project || request.Sight.Covers(project)
                select (
                    item.ProjectId is { } its ? request.Projects[its] : T["hele site"],
                    (string?)words.Period(item.From, item.Until)
                )
            ),
        ];
    }
}
