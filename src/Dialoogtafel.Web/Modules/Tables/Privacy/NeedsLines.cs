using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Privacy;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.Privacy;

/// <summary>What somebody needs at a table: each telling, where its words may be read.</summary>
public sealed class NeedsLines(DialoogtafelDb db, FieldCipher cipher, DossierLabels words, Texts T) : ITableLines
{
    private readonly NeedsLabels needsWords = new(T);

    public int Place => 10;

    public async Task<ILookup<int, (string What, string? Value)>> ReadAsync(
        DossierRequest request,
        IReadOnlyList<Invitation> invitations,
        CancellationToken stop
    )
    {
        var ids = invitations.Select(item => item.Id).ToList();
        var needs = await db
            .Needs.AsNoTracking()
            .Where(item => ids.Contains(item.InvitationId))
            .OrderBy(item => item.At)
            .ToListAsync(stop);
        return needs.ToLookup(
            told => told.InvitationId,
            told =>
                (
                    T["Wat u nodig heeft, {0}", words.Moment(told.At)],
                    (string?)(
                        request.Sight.MaySeeNote(told.Device, told.At)
                            ? needsWords.Line(NeedsTold.Open(told, cipher))
                            : words.Elsewhere
                    )
                )
        );
    }
}
