using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

/// <summary>Reads and opens what one person told she needs at one table.</summary>
public sealed class SpokenNeedsReader(
    DialoogtafelDb db,
    TellingReader tellings,
    WallClock wall,
    InstallationOptions options
)
{
    /// <summary>Null when this team member may not read the needs of that table .</summary>
    public async Task<SpokenNeedsPage?> PageAsync(int id, Actor actor, DateTime now, CancellationToken stop)
    {
        var mine = db.Gatherings.WithNeedsReadBy(actor).Select(item => item.Id);
        var invitation = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Include(item => item.Gathering!.Series)
            .SingleOrDefaultAsync(item => item.Id == id && mine.Contains(item.GatheringId), stop);
        if (invitation is not { Person: { } person, Gathering: { } table })
        {
            return null;
        }

        var comes = invitation is { Answer: RsvpAnswer.Yes, WithdrawnAt: null };
        var told = await tellings.OfAsync(db.Invitations.Where(item => item.Id == id), stop);
        return new SpokenNeedsPage
        {
            Id = id,
            GatheringId = table.Id,
            PersonId = person.Id,
            FirstName = person.FirstName,
            FullName = person.FullName,
            Table = $"{TableTrack.TitleOf(table.Number, table.Focus)} · {table.Series!.Subject}",
            Start = wall.Local(table.StartsAt),
            Today = wall.Local(now),
            Days = options.NeedsDays,
            MayTell = comes && table.CancelledAt is null && !table.HasStarted(now),
            Recruits = actor.RecruiterProjects().Contains(table.Series.ProjectId),
            Tellings = [.. told.Select(item => item.Telling)],
            TeamWrote = await db.Needs.AnyAsync(item => item.InvitationId == id && item.ById != null, stop),
        };
    }
}
