using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>Reads and opens tellings. Who cancelled or was taken off the list is left out.</summary>
public sealed class TellingReader(DialoogtafelDb db, FieldCipher cipher, WallClock wall)
{
    /// <summary>Of these invitations, by first name and then the oldest first.</summary>
    public async Task<IReadOnlyList<(Invitation Invitation, Needs Needs, Telling Telling)>> OfAsync(
        IQueryable<Invitation> whose,
        CancellationToken stop
    )
    {
        var rows = await (
            from needs in db.Needs.AsNoTracking()
            join invitation in whose.AsNoTracking().Include(item => item.Person)
                on needs.InvitationId equals invitation.Id
            from writer in db.Persons.Where(one => one.Id == needs.ById).DefaultIfEmpty()
            where invitation.WithdrawnAt == null && invitation.Answer == RsvpAnswer.Yes
            orderby invitation.Person!.FirstName, invitation.Id, needs.At, needs.Id
            select new
            {
                Needs = needs,
                Invitation = invitation,
                Writer = writer == null ? null : writer.FirstName,
            }
        ).ToListAsync(stop);
        return
        [
            .. rows.Select(row =>
                (
                    row.Invitation,
                    row.Needs,
                    new Telling(
                        wall.Local(row.Needs.At),
                        row.Needs.Channel,
                        row.Writer,
                        NeedsTold.Open(row.Needs, cipher)
                    )
                )
            ),
        ];
    }
}
