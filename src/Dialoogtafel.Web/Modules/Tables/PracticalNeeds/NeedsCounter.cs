using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>Counts what the people of a table told about what they need; opens nothing.</summary>
public sealed class NeedsCounter(DialoogtafelDb db)
{
    /// <summary>The counts for the table's page; null when nobody told anything.</summary>
    public async Task<NeedsCount?> CountAsync(int id, Actor actor, CancellationToken stop)
    {
        var told = await (
            from needs in db.Needs.AsNoTracking()
            join invitation in db.Invitations on needs.InvitationId equals invitation.Id
            where invitation.GatheringId == id && invitation.WithdrawnAt == null && invitation.Answer == RsvpAnswer.Yes
            select new
            {
                needs.InvitationId,
                needs.Id,
                needs.At,
                needs.Companions,
            }
        ).ToListAsync(stop);
        var people = told.GroupBy(item => item.InvitationId).ToList();
        return people.Count == 0
            ? null
            : new NeedsCount(
                people.Count,
                people.Sum(person => Needs.CompanionsOf(person.Select(item => (item.At, item.Id, item.Companions)))),
                await db.Gatherings.WithNeedsReadBy(actor).AnyAsync(item => item.Id == id, stop)
            );
    }
}
