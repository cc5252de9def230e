using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Features.Shared;
using Dialoogtafel.Web.Rights;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.TableNeeds;

/// <summary>Reads and opens what the people of one table need. Who cancelled or was taken off the list is left out.</summary>
public sealed class TableNeedsReader(DialoogtafelDb db, FieldCipher cipher, WallClock wall, InstallationOptions options)
{
    /// <summary>Null when this team member may not read it: not of the project's organising team and not one of the two facilitators .</summary>
    public async Task<TableNeedsPage?> PageAsync(int id, Actor actor, DateTime now, CancellationToken stop)
    {
        var table = await db.Gatherings.AsNoTracking().WithNeedsReadBy(actor).Include(item => item.Series).SingleOrDefaultAsync(item => item.Id == id, stop);
        if (table is null)
        {
            return null;
        }

        var rows = await (
            from needs in db.Needs.AsNoTracking()
            join invitation in db.Invitations on needs.InvitationId equals invitation.Id
            join writer in db.Persons on needs.ById equals writer.Id into writers
            from writer in writers.DefaultIfEmpty()
            where invitation.GatheringId == id && invitation.WithdrawnAt == null && invitation.Answer == RsvpAnswer.Yes
            orderby invitation.Person!.FirstName, invitation.Id, needs.At
            select new Row(needs, invitation.Person!.Id, invitation.Person.FirstName, invitation.Person.LastName, invitation.SeatedAt == null, writer == null ? null : writer.FirstName)).ToListAsync(stop);
        var people = rows.GroupBy(item => item.PersonId).ToList();
        return new TableNeedsPage(id, TableTrack.TitleOf(table.Number, table.Focus), table.Series!.Subject, table.StartsAt is { } start ? wall.Local(start) : null, wall.Local(now),
            people.Sum(item => Needs.CompanionsOf(item.Select(row => (row.Needs.At, row.Needs.Id, row.Needs.Companions)))), options.NeedsDays,
            [.. people.Select(item => new PersonNeeds(item.Key, $"{item.First().FirstName} {item.First().LastName}".Trim(), item.First().Waits, [.. item.Select(Open)]))]);
    }

    private Telling Open(Row row) => new(wall.Local(row.Needs.At), row.WrittenBy, NeedsTold.Open(row.Needs, cipher));

    private sealed record Row(Needs Needs, int PersonId, string FirstName, string LastName, bool Waits, string? WrittenBy);
}
