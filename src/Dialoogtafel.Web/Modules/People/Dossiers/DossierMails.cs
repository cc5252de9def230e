using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>Which mails somebody got, when and at which address; not what stood in them.</summary>
public sealed class DossierMails(DialoogtafelDb db, DossierLabels words, Texts T) : IDossierPart
{
    public int Place => 90;

    public async Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop)
    {
        var mails = await db
            .Mails.AsNoTracking()
            .Where(mail => mail.PersonId == request.Person.Id && !mail.Unlisted)
            .OrderBy(mail => mail.QueuedAt)
            .Select(mail => new
            {
                mail.QueuedAt,
                mail.Kind,
                mail.State,
                mail.Recipient,
                Project = db
                    .Gatherings.Where(table => table.Id == mail.GatheringId)
                    .Select(table => (int?)table.Series!.ProjectId)
                    .FirstOrDefault(),
            })
            .ToListAsync(stop);
        return
        [
            DossierPart.Of(
                T["Mails aan u"],
                from mail in mails
                where mail.Project is not { } project || request.Sight.Covers(project)
                select (words.Moment(mail.QueuedAt), (string?)words.Of(mail.Kind, mail.State, mail.Recipient))
            ),
        ];
    }
}
