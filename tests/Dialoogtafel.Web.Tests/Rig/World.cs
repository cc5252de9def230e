using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// A small cast on a site: one organiser, one project, a series about Arbeid with a table on 3 December 2026 at 14.00,
/// sending switched on.
/// </summary>
public sealed class World
{
    public const string Organiser = "petra@hogeschool.example";
    public const string From = "tafel@hogeschool.example";
    public const string Subject = "werk zoeken en houden";

    private World(Site site) => Site = site;

    public Site Site { get; }
    public int Project { get; private set; }
    public int Series { get; private set; }
    public int Table { get; private set; }
    public int OrganiserPerson { get; private set; }

    /// <summary>Perspective ids by name.</summary>
    public Dictionary<string, int> Perspectives { get; private set; } = [];

    /// <param name="wanted">Chairs held by perspective name; the default is the preset of Arbeid.</param>
    public static async Task<World> On(Site site, int chairs = 10, params (string Name, int Wanted)[] wanted)
    {
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.OrganisationName, settings.Phone, settings.MailFrom, settings.SendingOnAt) = (
                "Hogeschool Voorbeeld",
                "030 555 00 00",
                From,
                site.Clock.Utc
            );
            await db.SaveChangesAsync();
        });
        return await MakeAsync(site, "Meedoen", "Petra", Organiser, chairs, wanted);
    }

    /// <summary>The same cast on a site that was opened again on the same folder.</summary>
    public World In(Site reopened) =>
        new(reopened)
        {
            Project = Project,
            Series = Series,
            Table = Table,
            OrganiserPerson = OrganiserPerson,
            Perspectives = Perspectives,
        };

    /// <summary>A further project with its own table and organiser.</summary>
    public static Task<World> Beside(World first, string organiser) =>
        MakeAsync(first.Site, "Een ander project", "Quirine", organiser, 10, []);

    /// <summary>Adds a member with an account and gives her person id.</summary>
    public async Task<int> Member(string name, string address, TeamRole role, int? project) =>
        (await Site.MemberAsync(Somebody(Site, name, address), (role, project))).Id;

    /// <summary>A browser in which this member is signed in.</summary>
    public async Task<Visitor> SignIn(string address = Organiser) =>
        new(
            await Site.SignedInAsync(
                await Site.Db(db =>
                    db.Persons.Where(item => item.Email == address).Select(item => item.Id).SingleAsync()
                )
            )
        );

    /// <summary>Invites a person (as sent by mail, without the mail) and gives the invitation id.</summary>
    public async Task<int> Invite(
        string name,
        string perspective,
        string? email = null,
        string? phone = null,
        bool approached = true
    ) => (await Invite([(name, perspective, email, phone)], approached))[0];

    public async Task<List<int>> Invite(
        IReadOnlyList<(string Name, string Perspective, string? Email, string? Phone)> people,
        bool approached = true
    ) =>
        await Site.Db(async db =>
        {
            var persons = people
                .Select(item => new Person
                {
                    FirstName = item.Name,
                    Email = item.Email,
                    Phone = item.Phone,
                    CreatedAt = Site.Clock.Utc,
                })
                .ToList();
            db.Persons.AddRange(persons);
            await db.SaveChangesAsync();
            var invitations = people
                .Zip(persons, (item, person) => new Invitation
                    {
                        GatheringId = Table,
                        PersonId = person.Id,
                        PerspectiveId = Perspectives[item.Perspective],
                        ViaWhom = "Petra",
                        ApproacherId = OrganiserPerson,
                        CreatedAt = Site.Clock.Utc,
                    })
                .ToList();
            db.Invitations.AddRange(invitations);
            foreach (var invitation in invitations)
            {
                db.Links.Add(
                    new Domain.Links.PersonalLink
                    {
                        Purpose = Domain.Links.LinkPurpose.MyTable,
                        PersonId = invitation.PersonId,
                        GatheringId = Table,
                        CreatedAt = Site.Clock.Utc,
                    }
                );
                if (approached)
                {
                    invitation.Approach(new Hand(ContactChannel.Mail, OrganiserPerson), Site.Clock.Utc);
                }
            }

            await db.SaveChangesAsync();
            return invitations.Select(item => item.Id).ToList();
        });

    /// <summary>The path of a person's mailed link: /u/….</summary>
    public async Task<string> LinkOf(int invitation) => (await LinksOf([invitation]))[0];

    public async Task<List<string>> LinksOf(IReadOnlyList<int> invitations) =>
        await Site.Db(async db =>
        {
            var tokens = Site.Services.GetRequiredService<LinkTokens>();
            var links = await (
                from invitation in db.Invitations
                where invitations.Contains(invitation.Id)
                join link in db.Links
                    on new { invitation.PersonId, GatheringId = (int?)invitation.GatheringId } equals new
                    {
                        link.PersonId,
                        link.GatheringId,
                    }
                where link.Purpose == Domain.Links.LinkPurpose.MyTable
                select new { invitation.Id, Link = link }
            ).ToDictionaryAsync(item => item.Id, item => item.Link);
            return invitations.Select(id => $"/u/{tokens.For(links[id])}").ToList();
        });

    public async Task<Invitation> Read(int invitation) =>
        await Site.Db(db =>
            db.Invitations.AsNoTracking()
                .Include(item => item.History)
                .Include(item => item.Person)
                .SingleAsync(item => item.Id == invitation)
        );

    private static async Task<World> MakeAsync(
        Site site,
        string project,
        string name,
        string address,
        int chairs,
        (string Name, int Wanted)[] wanted
    )
    {
        var world = new World(site) { Project = await site.ProjectAsync(project) };
        world.OrganiserPerson = await world.Member(name, address, TeamRole.Organiser, world.Project);
        await site.Db(db => world.TableAsync(db, chairs, wanted));
        return world;
    }

    private static Person Somebody(Site site, string name, string address) =>
        new()
        {
            FirstName = name,
            Email = address,
            Phone = "06 555 00 001",
            CreatedAt = site.Clock.Utc,
        };

    private async Task TableAsync(DialoogtafelDb db, int chairs, (string Name, int Wanted)[] wanted)
    {
        var domain = await db.LifeDomains.Include(item => item.Parties).SingleAsync(item => item.Name == "Arbeid");
        var kind = await db.DialogueKindAsync();
        var parties =
            wanted.Length > 0
                ? wanted.Select(item => (item.Name, item.Wanted, Kind: PerspectiveKind.Party))
                : domain.Parties.Select(item => (item.Name, item.Wanted, item.Kind));
        var perspectives = parties
            .Select(item =>
                (
                    Perspective: new Perspective
                    {
                        ProjectId = Project,
                        Name = item.Name,
                        Kind = item.Kind,
                    },
                    item.Wanted
                )
            )
            .ToList();
        db.Perspectives.AddRange(perspectives.Select(item => item.Perspective));
        var series = new GatheringSeries
        {
            ProjectId = Project,
            LifeDomainId = domain.Id,
            Subject = Subject,
            CreatedAt = Site.Clock.Utc,
        };
        var gathering = Gathering.Of(kind, 1);
        gathering.StartsAt = new DateTime(2026, 12, 3, 13, 0, 0, DateTimeKind.Utc);
        gathering.MaxSeats = chairs;
        gathering.MinSeats = Math.Min(8, chairs);
        // What an invitation names: without it none leaves.
        (gathering.ContactPersonId, gathering.ProcessFacilitatorId) = (OrganiserPerson, OrganiserPerson);
        gathering.Location = new Location { Name = "Buurthuis De Linde", Address = "Lindelaan 1, Utrecht" };
        series.Gatherings.Add(gathering);
        db.Series.Add(series);
        await db.SaveChangesAsync();
        db.WantedSeats.AddRange(
            perspectives
                .Where(item => item.Wanted > 0)
                .Select(item => new WantedSeats
                {
                    GatheringId = gathering.Id,
                    PerspectiveId = item.Perspective.Id,
                    Wanted = item.Wanted,
                })
        );
        await db.SaveChangesAsync();
        (Series, Table) = (series.Id, gathering.Id);
        Perspectives = perspectives.ToDictionary(item => item.Perspective.Name, item => item.Perspective.Id);
    }
}
