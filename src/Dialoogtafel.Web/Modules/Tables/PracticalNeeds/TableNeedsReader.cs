using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>Reads what the people of one table need, each with all she told.</summary>
public sealed class TableNeedsReader(
    DialoogtafelDb db,
    TellingReader tellings,
    WallClock wall,
    InstallationOptions options
)
{
    /// <summary>
    /// Null when this team member may not read it: not of the project's organising team and not one of the two
    /// facilitators.
    /// </summary>
    public async Task<TableNeedsPage?> PageAsync(int id, Actor actor, DateTime now, CancellationToken stop)
    {
        var table = await db
            .Gatherings.AsNoTracking()
            .WithNeedsReadBy(actor)
            .Include(item => item.Series)
            .SingleOrDefaultAsync(item => item.Id == id, stop);
        if (table is null)
        {
            return null;
        }

        var people = (await tellings.OfAsync(db.Invitations.Where(item => item.GatheringId == id), stop))
            .GroupBy(item => item.Invitation.Id)
            .ToList();
        var open = table.CancelledAt is null && !table.HasStarted(now);
        return new TableNeedsPage
        {
            Id = id,
            Title = TableTrack.TitleOf(table.Number, table.Focus),
            Subject = table.Series!.Subject,
            Start = wall.Local(table.StartsAt),
            Today = wall.Local(now),
            Companions = people.Sum(item =>
                Needs.CompanionsOf(item.Select(row => (row.Needs.At, row.Needs.Id, row.Needs.Companions)))
            ),
            Days = options.NeedsDays,
            People =
            [
                .. people.Select(item => PersonOf(item.First().Invitation, [.. item.Select(row => row.Telling)])),
            ],
            MayWrite = open,
            Silent =
                open && actor.RecruiterProjects().Contains(table.Series.ProjectId) ? await SilentAsync(id, stop) : [],
        };
    }

    /// <summary>Who comes and told nothing, for who calls them.</summary>
    private async Task<IReadOnlyList<SilentPerson>> SilentAsync(int id, CancellationToken stop)
    {
        var silent = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Where(item =>
                item.GatheringId == id
                && item.WithdrawnAt == null
                && item.Answer == RsvpAnswer.Yes
                && !db.Needs.Any(needs => needs.InvitationId == item.Id)
            )
            .OrderBy(item => item.Person!.FirstName)
            .ThenBy(item => item.Id)
            .ToListAsync(stop);
        return [.. silent.Select(item => new SilentPerson(item.Id, item.Person!.FullName))];
    }

    private static PersonNeeds PersonOf(Invitation invitation, IReadOnlyList<Telling> tellings) =>
        new(
            invitation.Id,
            invitation.PersonId,
            invitation.Person!.FullName,
            invitation.Person.FirstName,
            invitation.SeatedAt is null,
            tellings
        );
}
