using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Browser.Tests.Trials;

/// <summary>Somebody who said ja.</summary>
/// <param name="Link">The path in her mail.</param>
public sealed record Guest(int Invitation, string Link);

/// <summary>
/// A site with one table, three questions and a guest for each trial; what is stored is read from its file, past the
/// product.
/// </summary>
public sealed class TypingSite : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
    readonly Queue<Guest> guests = new();
    Site? site;
    KillableSite? process;

    TypingSite() { }

    /// <summary>The questions, in the order in which they are asked.</summary>
    public IReadOnlyList<int> Questions { get; private set; } = [];

    public string Url(string path) => new Uri(process?.Address ?? site!.Address, path).ToString();

    /// <param name="sabotage">Null: a process of its own, as in real life.</param>
    public static async Task<TypingSite> WithAsync(int guests, Action<IServiceCollection>? sabotage = null)
    {
        var made = new TypingSite();
        made.site = new Site
        {
            Folder = made.folder,
            RemoveFolder = false,
            Sabotage = sabotage,
        };
        _ = made.site.Address;
        await made.FillAsync(guests);
        if (sabotage is null)
        {
            await made.site.DisposeAsync();
            made.site = null;
            await (made.process = new KillableSite(made.folder)).StartAsync();
        }

        return made;
    }

    public Guest NextGuest()
    {
        lock (guests)
            return guests.Dequeue();
    }

    public Task KillAsync() => process!.KillAsync();

    public Task StartAsync() => process!.StartAsync();

    /// <summary>All texts that are stored for this person, each with its question.</summary>
    public async Task<IReadOnlyList<(int Question, string Text)>> StoredAsync(Guest guest)
    {
        var file = Path.Combine(
            folder,
            "data",
            Path.GetFileName(new InstallationOptions { DataFolder = "data" }.DatabaseFile)
        );
        var options = new DbContextOptionsBuilder<DialoogtafelDb>()
            .UseSqlite(SqliteRules.ConnectionString(file))
            .Options;
        await using var db = new DialoogtafelDb(options, new WriteGate(), new Nudge());
        var cipher = new FieldCipher(new KeyFolder(Path.Combine(folder, "keys")).FieldKey);
        return (
            await db
                .Answers.AsNoTracking()
                .Where(item => item.InvitationId == guest.Invitation)
                .OrderBy(item => item.Id)
                .ToListAsync()
        ).ConvertAll(item => (item.QuestionId, cipher.Open(item.Words)));
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        if (site is not null)
            await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    async Task FillAsync(int count)
    {
        await using var scope = site!.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var (installation, domain, kind) = (
            await db.Installation.SingleAsync(),
            await db.LifeDomains.OrderBy(item => item.Id).FirstAsync(),
            await db.GatheringKinds.SingleAsync(item => item.Key == GatheringKind.Dialogue)
        );
        (installation.OrganisationName, installation.Phone, installation.MailFrom) = (
            "Hogeschool Voorbeeld",
            "030 555 00 00",
            "tafel@hogeschool.example"
        );
        var project = new Project
        {
            Name = "Meedoen",
            Purpose = "Samen weten wat werkt.",
            CreatedAt = now,
        };
        var petra = new Person
        {
            FirstName = "Petra",
            LastName = "Bos",
            Email = "petra@hogeschool.example",
            Phone = "06 555 00 001",
            CreatedAt = now,
        };
        db.AddRange(project, petra);
        await db.SaveChangesAsync();
        var perspective = new Perspective
        {
            ProjectId = project.Id,
            Name = "Gemeente",
            Kind = PerspectiveKind.Party,
        };
        var table = Gathering.Of(kind, 1);
        (table.StartsAt, table.MaxSeats, table.ContactPersonId, table.ProcessFacilitatorId) = (
            now.AddDays(20),
            count,
            petra.Id,
            petra.Id
        );
        table.Location = new Location { Name = "Buurthuis De Linde", Address = "Lindelaan 1, Utrecht" };
        var series = new GatheringSeries
        {
            ProjectId = project.Id,
            LifeDomainId = domain.Id,
            Subject = "werk zoeken en houden",
            CreatedAt = now,
        };
        series.Gatherings.Add(table);
        db.AddRange(perspective, series);
        await db.SaveChangesAsync();
        var set = QuestionPresets.General(table.Id, 1, now);
        table.PutQuestionsReady(now);
        var people = Enumerable
            .Range(1, count)
            .Select(number => new Person
            {
                FirstName = $"Gast{number}",
                Email = $"gast{number}@voorbeeld.example",
                CreatedAt = now,
            })
            .ToList();
        db.Add(set);
        db.AddRange(people);
        await db.SaveChangesAsync();
        var invited = people.ConvertAll(person => new Invitation
        {
            GatheringId = table.Id,
            PersonId = person.Id,
            PerspectiveId = perspective.Id,
            ViaWhom = "Petra",
            ApproacherId = petra.Id,
            CreatedAt = now,
        });
        invited.ForEach(item => item.Approach(new Hand(ContactChannel.Mail, petra.Id), now));
        var links = people.ConvertAll(person => new PersonalLink
        {
            Purpose = LinkPurpose.MyTable,
            PersonId = person.Id,
            GatheringId = table.Id,
            CreatedAt = now,
        });
        db.AddRange(invited);
        db.AddRange(links);
        await db.SaveChangesAsync();
        foreach (var item in invited)
        {
            await using var own = site.Services.CreateAsyncScope();
            await own
                .ServiceProvider.GetRequiredService<AnswerDesk>()
                .TakeAsync(table.Id, item.Id, RsvpAnswer.Yes, new Hand(ContactChannel.Phone, petra.Id), now, default);
        }

        Questions = [.. set.Questions.OrderBy(item => item.Place).Select(item => item.Id)];
        var tokens = site.Services.GetRequiredService<LinkTokens>();
        foreach (var (item, link) in invited.Zip(links))
            guests.Enqueue(new Guest(item.Id, $"/u/{tokens.For(link)}"));
    }
}
