using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>
/// Gathers the dossier of one person from every subject, in the language of the request: a fixed number of queries.
/// Sign-in mails and secrets are left out.
/// </summary>
public sealed class DossierReader(DialoogtafelDb db, IEnumerable<IDossierPart> subjects)
{
    /// <summary>Null when there is no such person, or they were erased.</summary>
    public async Task<Dossier?> ReadAsync(int id, DossierAccess sight, CancellationToken stop)
    {
        var person = await db
            .Persons.AsNoTracking()
            .Include(item => item.Organisation)
            .SingleOrDefaultAsync(item => item.Id == id && item.ErasedAt == null, stop);
        if (person is null)
        {
            return null;
        }

        var projects = await db.Projects.AsNoTracking().ToDictionaryAsync(item => item.Id, item => item.Name, stop);
        var request = new DossierRequest(person, sight, projects);
        List<DossierPart> parts = [];
        foreach (var subject in subjects.OrderBy(item => item.Place))
        {
            parts.AddRange((await subject.ReadAsync(request, stop)).Where(part => part.Lines.Count > 0));
        }

        return new Dossier(parts);
    }
}
