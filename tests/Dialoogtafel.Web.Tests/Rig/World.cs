using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Network;
using Dialoogtafel.Domain.Projects;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Rights;
using Dialoogtafel.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>A small cast on a site: one organiser, one project, a series about Arbeid with a table on 3 December 2026 at 14.00, sending switched on.</summary>
public sealed class World
{
    public const string Organiser = "petra@hogeschool.example";
    public const string From = "tafel@hogeschool.example";

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
        var world = new World(site);
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.OrganisationName, settings.Phone, settings.MailFrom, settings.SendingOnAt) = ("Hogeschool Voorbeeld", "030 555 00 00", From, site.Clock.Utc);
            world.OrganiserPerson = (await MemberAsync(site, db, "Petra", Organiser)).Id;
            world.Project = await ProjectAsync(db, world.OrganiserPerson, site.Clock.Utc, "Meedoen");
            await world.TableAsync(db, chairs, wanted);
        });
        return world;
    }

    /// <summary>A further project with its own table and organiser.</summary>
    public static async Task<World> Beside(World first, string organiser)
    {
        var world = new World(first.Site);
        await first.Site.Db(async db =>
        {
            world.OrganiserPerson = (await MemberAsync(first.Site, db, "Quirine", organiser)).Id;
            world.Project = await ProjectAsync(db, world.OrganiserPerson, first.Site.Clock.Utc, "Een ander project");
            await world.TableAsync(db, 10, []);
        });
        return world;
    }

    /// <summary>Adds a member with an account and gives her person id.</summary>
    public async Task<int> Member(string name, string address, TeamRole role, int? project) => await Site.Db(async db =>
    {
        var person = await MemberAsync(Site, db, name, address);
        db.Memberships.Add(new TeamMembership { PersonId = person.Id, ProjectId = project, Role = role, From = Site.Clock.Utc });
        await db.SaveChangesAsync();
        return person.Id;
    });

    /// <summary>A browser in which this member is signed in.</summary>
    public async Task<Visitor> SignIn(string address = Organiser)
    {
        var token = SignInSecrets.NewToken();
        await Site.Db(async db =>
        {
            var account = await db.Users.SingleAsync(item => item.Email == address);
            db.SignInRequests.Add(new SignInRequest { AccountId = account.Id, TokenHash = SignInSecrets.Hash(token), ExpiresAt = Site.Clock.Utc.AddMinutes(30) });
            await db.SaveChangesAsync();
        });
        var visitor = Visitor.To(Site);
        (await visitor.Http.PostAsync($"/team/in/{token}", new FormUrlEncodedContent([]))).Dispose();
        return visitor;
    }

    /// <summary>Invites a person (as sent by mail, without the mail) and gives the invitation id.</summary>
    public async Task<int> Invite(string name, string perspective, string? email = null, string? phone = null, bool approached = true) =>
        (await Invite([(name, perspective, email, phone)], approached))[0];

    public async Task<List<int>> Invite(IReadOnlyList<(string Name, string Perspective, string? Email, string? Phone)> people, bool approached = true) => await Site.Db(async db =>
    {
        var persons = people.Select(item => new Person { FirstName = item.Name, Email = item.Email, Phone = item.Phone, CreatedAt = Site.Clock.Utc }).ToList();
        db.Persons.AddRange(persons);
        await db.SaveChangesAsync();
        var invitations = people.Zip(persons, (item, person) => new Invitation
        {
            GatheringId = Table, PersonId = person.Id, PerspectiveId = Perspectives[item.Perspective], ViaWhom = "Petra", ApproacherId = OrganiserPerson, CreatedAt = Site.Clock.Utc,
        }).ToList();
        db.Invitations.AddRange(invitations);
        foreach (var invitation in invitations)
        {
            db.Links.Add(new Domain.Links.PersonalLink { Purpose = Domain.Links.LinkPurpose.MyTable, PersonId = invitation.PersonId, GatheringId = Table, CreatedAt = Site.Clock.Utc });
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

    public async Task<List<string>> LinksOf(IReadOnlyList<int> invitations) => await Site.Db(async db =>
    {
        var tokens = Site.Services.GetRequiredService<LinkTokens>();
        var links = await (
            from invitation in db.Invitations
            where invitations.Contains(invitation.Id)
            join link in db.Links on new { invitation.PersonId, invitation.GatheringId } equals new { link.PersonId, link.GatheringId }
            where link.Purpose == Domain.Links.LinkPurpose.MyTable
            select new { invitation.Id, Link = link }).ToDictionaryAsync(item => item.Id, item => item.Link);
        return invitations.Select(id => $"/u/{tokens.For(links[id])}").ToList();
    });

    public async Task<Invitation> Read(int invitation) => await Site.Db(db => db.Invitations.AsNoTracking().Include(item => item.History).Include(item => item.Person).SingleAsync(item => item.Id == invitation));

    private static async Task<Person> MemberAsync(Site site, DialoogtafelDb db, string name, string address)
    {
        var person = new Person { FirstName = name, Email = address, Phone = "06 555 00 001", CreatedAt = site.Clock.Utc };
        db.Persons.Add(person);
        await db.SaveChangesAsync();
        db.Users.Add(new TeamAccount
        {
            PersonId = person.Id, UserName = address, Email = address, NormalizedEmail = address.ToUpperInvariant(), NormalizedUserName = address.ToUpperInvariant(), SecurityStamp = SignInSecrets.NewToken(),
        });
        await db.SaveChangesAsync();
        return person;
    }

    private static async Task<int> ProjectAsync(DialoogtafelDb db, int organiser, DateTime now, string name)
    {
        var project = new Project { Name = name, Purpose = "Samen meedoen", CreatedAt = now };
        db.Projects.Add(project);
        await db.SaveChangesAsync();
        db.Memberships.Add(new TeamMembership { PersonId = organiser, ProjectId = project.Id, Role = TeamRole.Organiser, From = now });
        await db.SaveChangesAsync();
        return project.Id;
    }

    private async Task TableAsync(DialoogtafelDb db, int chairs, (string Name, int Wanted)[] wanted)
    {
        var domain = await db.LifeDomains.Include(item => item.Parties).SingleAsync(item => item.Name == "Arbeid");
        var kind = await db.GatheringKinds.SingleAsync();
        var parties = wanted.Length > 0 ? wanted.Select(item => (item.Name, item.Wanted, Kind: PerspectiveKind.Party)) : domain.Parties.Select(item => (item.Name, item.Wanted, item.Kind));
        var perspectives = parties.Select(item => (Perspective: new Perspective { ProjectId = Project, Name = item.Name, Kind = item.Kind }, item.Wanted)).ToList();
        db.Perspectives.AddRange(perspectives.Select(item => item.Perspective));
        var series = new Series { ProjectId = Project, LifeDomainId = domain.Id, Subject = "werk zoeken en houden", CreatedAt = Site.Clock.Utc };
        var gathering = Gathering.Of(kind, 1);
        gathering.StartsAt = new DateTime(2026, 12, 3, 13, 0, 0, DateTimeKind.Utc);
        gathering.MaxSeats = chairs;
        gathering.MinSeats = Math.Min(8, chairs);
        gathering.ContactPersonId = OrganiserPerson;
        gathering.Location = new Location { Name = "Buurthuis De Linde", Address = "Lindelaan 1, Utrecht" };
        series.Gatherings.Add(gathering);
        db.Series.Add(series);
        await db.SaveChangesAsync();
        db.WantedSeats.AddRange(perspectives.Where(item => item.Wanted > 0).Select(item => new WantedSeats { GatheringId = gathering.Id, PerspectiveId = item.Perspective.Id, Wanted = item.Wanted }));
        await db.SaveChangesAsync();
        (Series, Table) = (series.Id, gathering.Id);
        Perspectives = perspectives.ToDictionary(item => item.Perspective.Name, item => item.Perspective.Id);
    }
}
