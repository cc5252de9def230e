using System.Globalization;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <summary>
/// Reads a person for one team member: contact facts always, and of perspectives, roles, consents and tables only what
/// belongs to the reader's own projects (D-10). A fixed number of queries, however long the history.
/// </summary>
public sealed class PersonReader(DialoogtafelDb db, WallClock wall)
{
    /// <summary>The projects whose perspectives, roles and consents this team member may see.</summary>
    public static IReadOnlyList<int> ProjectsOf(Actor actor) =>
        actor.Projects(TeamRole.Organiser, TeamRole.CoResearcher);

    /// <summary>Null when there is no such person.</summary>
    public async Task<PersonPage?> ReadAsync(int id, Actor actor, DateTime now, CancellationToken stop)
    {
        var person = await db
            .Persons.AsNoTracking()
            .Include(item => item.Organisation)
            .SingleOrDefaultAsync(item => item.Id == id && item.ErasedAt == null, stop);
        if (person is null)
        {
            return null;
        }

        var mine = ProjectsOf(actor);
        var projects = await ProjectNamesAsync(mine, stop);
        return new PersonPage
        {
            Id = id,
            Name = person.FullName,
            FirstName = person.FirstName,
            Phone = person.Phone,
            Email = person.Email,
            IsMe = actor.Person.Id == id,
            SharesAddressWith = person.Email is null
                ? []
                : await db
                    .Persons.Where(item => item.Email == person.Email && item.Id != id)
                    .Select(item => (item.FirstName + " " + item.LastName).Trim())
                    .ToListAsync(stop),
            IsOrganiser = actor.Projects(TeamRole.Organiser).Count > 0,
            LostMail = await LostMailAsync(id, actor.Projects(TeamRole.Organiser), stop),
            HasAccount = await db.Users.AnyAsync(item => item.PersonId == id, stop),
            InMyTeam = await db.Memberships.AnyAsync(
                item =>
                    item.PersonId == id
                    && item.Until == null
                    && item.ProjectId != null
                    && mine.Contains(item.ProjectId.Value),
                stop
            ),
            AddressSetByTeamAt = wall.Local(person.DevicesBefore is { Length: > 0 } ? person.AddressSetByTeamAt : null),
            NotToBeApproachedSince = wall.Local(person.NotToBeApproachedSince),
            RemovalRequestedAt = wall.Local(person.RemovalRequestedAt),
            Perspectives = await PerspectivesAsync(id, projects, stop),
            Roles = await RolesAsync(id, projects, stop),
            Consents = await ConsentsAsync(person, projects, stop),
            Tables = await TablesAsync(id, mine, stop),
            PerspectiveChoices = await PerspectiveChoicesAsync(mine, stop),
            ProjectChoices =
            [
                .. projects
                    .OrderBy(item => item.Value, StringComparer.Ordinal)
                    .Select(item => new SelectListItem(item.Value, Text(item.Key))),
            ],
            Organisations = await OrganisationsAsync(stop),
            Contact = ContactForm.Of(person),
            GivenRole = new RoleForm { ProjectId = mine.Count == 1 ? mine[0] : null },
            Consent = new ConsentForm { ProjectId = mine.Count == 1 ? mine[0] : null, GivenOn = wall.Day(now) },
        };
    }

    public async Task<IReadOnlyList<string>> OrganisationsAsync(CancellationToken stop) =>
        await db.Organisations.OrderBy(item => item.Name).Select(item => item.Name).Take(500).ToListAsync(stop);

    /// <summary>The perspectives of these projects, as options of a select.</summary>
    public async Task<IReadOnlyList<SelectListItem>> PerspectiveChoicesAsync(
        IReadOnlyList<int> mine,
        CancellationToken stop
    )
    {
        var rows = await (
            from perspective in db.Perspectives
            join project in db.Projects on perspective.ProjectId equals project.Id
            where mine.Contains(project.Id)
            orderby project.Name, perspective.Name
            select new
            {
                perspective.Id,
                perspective.Name,
                Project = project.Name,
            }
        ).ToListAsync(stop);
        return
        [
            .. rows.Select(row => new SelectListItem(
                mine.Count > 1 ? $"{row.Name} ({row.Project})" : row.Name,
                Text(row.Id)
            )),
        ];
    }

    private Task<Guid?> LostMailAsync(int id, IReadOnlyList<int> organised, CancellationToken stop) =>
        (
            from mail in db.Mails
            where mail.PersonId == id && (mail.State == MailState.Failed || mail.State == MailState.Uncertain)
            join gathering in db.Gatherings on mail.GatheringId equals gathering.Id
            where organised.Contains(gathering.Series!.ProjectId)
            orderby mail.QueuedAt descending
            select (Guid?)mail.Id
        ).FirstOrDefaultAsync(stop);

    private Task<Dictionary<int, string>> ProjectNamesAsync(IReadOnlyList<int> mine, CancellationToken stop) =>
        db.Projects.Where(item => mine.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.Name, stop);

    private async Task<IReadOnlyList<KnownPerspective>> PerspectivesAsync(
        int id,
        Dictionary<int, string> projects,
        CancellationToken stop
    )
    {
        var rows = await (
            from link in db.PersonPerspectives
            join perspective in db.Perspectives on link.PerspectiveId equals perspective.Id
            where link.PersonId == id && projects.Keys.Contains(perspective.ProjectId)
            orderby perspective.Name
            select new
            {
                link.Id,
                perspective.Name,
                perspective.ProjectId,
                link.AccordingTo,
                link.ConfirmedAt,
            }
        ).ToListAsync(stop);
        return
        [
            .. rows.Select(row => new KnownPerspective(
                row.Id,
                row.Name,
                projects[row.ProjectId],
                row.AccordingTo,
                wall.Local(row.ConfirmedAt)
            )),
        ];
    }

    private async Task<IReadOnlyList<HeldRole>> RolesAsync(
        int id,
        Dictionary<int, string> projects,
        CancellationToken stop
    )
    {
        var rows = await db
            .RoleAssignments.AsNoTracking()
            .Where(item => item.PersonId == id && projects.Keys.Contains(item.ProjectId))
            .OrderByDescending(item => item.From)
            .ThenByDescending(item => item.Id)
            .ToListAsync(stop);
        return
        [
            .. rows.Select(row => new HeldRole(
                row.Role,
                projects[row.ProjectId],
                wall.Local(row.From),
                wall.Local(row.Until),
                row.Reason
            )),
        ];
    }

    private async Task<IReadOnlyList<GivenConsent>> ConsentsAsync(
        Person person,
        Dictionary<int, string> projects,
        CancellationToken stop
    )
    {
        var rows = await (
            from consent in db.Consents.AsNoTracking()
            from recorder in db.Persons.Where(one => one.Id == consent.RecordedById).DefaultIfEmpty()
            where
                consent.PersonId == person.Id
                && consent.ProjectId != null
                && projects.Keys.Contains(consent.ProjectId.Value)
            orderby consent.GivenAt descending
            select new
            {
                Consent = consent,
                By = recorder == null ? null : (recorder.FirstName + " " + recorder.LastName).Trim(),
            }
        ).ToListAsync(stop);
        return
        [
            .. rows.Select(row => new GivenConsent
            {
                Id = row.Consent.Id,
                Purpose = row.Consent.Purpose,
                Field = row.Consent.Field,
                Project = projects[row.Consent.ProjectId!.Value],
                TextVersion = row.Consent.TextVersion,
                Channel = row.Consent.Channel,
                RecordedBy = row.By ?? person.FullName,
                GivenAt = wall.Local(row.Consent.GivenAt),
                WithdrawnAt = wall.Local(row.Consent.WithdrawnAt),
            }),
        ];
    }

    private async Task<IReadOnlyList<TableHistory>> TablesAsync(int id, IReadOnlyList<int> mine, CancellationToken stop)
    {
        var rows = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Gathering)
                .ThenInclude(item => item!.Series)
            .Where(item => item.PersonId == id && mine.Contains(item.Gathering!.Series!.ProjectId))
            .OrderByDescending(item => item.CreatedAt)
            .ToListAsync(stop);
        return
        [
            .. rows.Select(row => new TableHistory(
                row.Id,
                row.Gathering!.Series!.Subject,
                row.Gathering.Number,
                wall.Local(row.Gathering.StartsAt),
                row.State,
                wall.Local(row.AnsweredAt)
            )),
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
