using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>Somebody in the network: perspectives, roles in projects, consents.</summary>
public sealed class DossierNetwork(DialoogtafelDb db, DossierLabels words, Texts T) : IDossierPart
{
    public int Place => 20;

    public async Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop) =>
        [await PerspectivesAsync(request, stop), await RolesAsync(request, stop), await ConsentsAsync(request, stop)];

    private async Task<DossierPart> PerspectivesAsync(DossierRequest request, CancellationToken stop)
    {
        var perspectives = await (
            from link in db.PersonPerspectives
            join perspective in db.Perspectives on link.PerspectiveId equals perspective.Id
            where link.PersonId == request.Person.Id
            select new
            {
                perspective.Name,
                perspective.ProjectId,
                link.AccordingTo,
                link.ConfirmedAt,
            }
        ).ToListAsync(stop);
        return DossierPart.Of(
            T["Partij"],
            from item in perspectives
            where request.Sight.Covers(item.ProjectId)
            let confirmed = item.ConfirmedAt is { } at
                ? T["door uzelf gezegd op {0}", words.Moment(at)]
                : T["niet door uzelf gezegd"]
            select (
                item.Name,
                (string?)$"{T["volgens {0}", item.AccordingTo]}, {confirmed} ({request.Projects[item.ProjectId]})"
            )
        );
    }

    private async Task<DossierPart> RolesAsync(DossierRequest request, CancellationToken stop)
    {
        var roles = await db
            .RoleAssignments.AsNoTracking()
            .Where(item => item.PersonId == request.Person.Id)
            .OrderBy(item => item.From)
            .ToListAsync(stop);
        return DossierPart.Of(
            T["Rol in een project"],
            from item in roles
            where request.Sight.Covers(item.ProjectId)
            select (
                request.Projects[item.ProjectId],
                (string?)$"{words.Of(item.Role)}, {words.Period(item.From, item.Until)}: {item.Reason}"
            )
        );
    }

    private async Task<DossierPart> ConsentsAsync(DossierRequest request, CancellationToken stop)
    {
        var consents = await db
            .Consents.AsNoTracking()
            .Where(item => item.PersonId == request.Person.Id)
            .OrderBy(item => item.GivenAt)
            .ToListAsync(stop);
        return DossierPart.Of(
            T["Toestemming"],
            from item in consents
            where item.ProjectId is not { } project || request.Sight.Covers(project)
            select (
                words.Of(item.Purpose) + (item.Field is { } field ? $": {words.Of(field)}" : ""),
                (string?)$"{words.Period(item.GivenAt, item.WithdrawnAt)}, {T["tekst {0}", item.TextVersion]}"
            )
        );
    }
}
