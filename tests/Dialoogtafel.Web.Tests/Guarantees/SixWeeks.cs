using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>One mail that left (or may have): to whom (-1 = the organiser), about which table, when (UTC).</summary>
public sealed record Sent(DateTime At, int Person, int Table, string Kind)
{
    public override string ToString() =>
        FormattableString.Invariant(
            $"{SixWeeksStory.Wall(At):ddd yyyy-MM-dd HH:mm:ss} person {Person} table {Table} {Kind}"
        );
}

/// <summary>Lives a story on the real site with a mail server, and keeps a journal of every mail that left.</summary>
public sealed partial class SixWeeks(SixWeeksStory story, int kills = 0, int seed = 0, params IInterceptor[] saboteurs)
    : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
    private readonly SmtpSink sink = new();
    private readonly Random random = new(seed);
    private readonly Dictionary<Guid, Sent> journal = [];
    private readonly Dictionary<(int Table, int Person), int> invitations = [];
    private readonly Dictionary<int, int> persons = [];
    private readonly int[] tables = new int[2];
    private Site site = null!;
    private World world = null!;
    private Death death = null!;

    public IReadOnlyCollection<Sent> Journal => journal.Values;

    /// <summary>Mails that are listed as perhaps not arrived.</summary>
    public HashSet<Guid> Uncertain { get; } = [];

    public int Deaths { get; private set; }

    /// <summary>How often each mail came in at the mail server.</summary>
    public Dictionary<Guid, int> Arrived =>
        sink
            .Mails.GroupBy(mail => Guid.Parse(MailId().Match(mail.Text).Groups[1].Value))
            .ToDictionary(group => group.Key, group => group.Count());

    public IEnumerable<Guid> Mails => journal.Keys;

    public async Task LiveAsync()
    {
        Open(story.From);
        await BeginAsync();
        foreach (var moment in story.Moments())
        {
            site.Clock.Set(moment.At);
            if (moment.Act is { } act)
            {
                await DoAsync(act);
            }

            if (Deaths < kills && random.Next(2) == 0)
            {
                death.In(random.Next(1, 4), random.Next(2) == 0);
            }

            await JobsAsync(moment.OnTheHour);
            if (death.Dead)
            {
                Deaths++;
                await site.DisposeAsync();
                Open(moment.At);
                await JobsAsync(moment.OnTheHour);
            }

            death.In(0, false);
            await WriteJournalAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await sink.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void Open(DateTime at)
    {
        death = new Death();
        site = new Site { Folder = folder, RemoveFolder = false }.With(services =>
            services
                .AddLogging(log => log.ClearProviders())
                .ConfigureDbContext<DialoogtafelDb>(db => db.AddInterceptors([death, .. saboteurs]))
        );
        site.Clock.Set(at);
        world = world?.In(site)!;
    }

    private async Task BeginAsync()
    {
        world = await World.On(site, SixWeeksStory.People, ("Ervaringsdeskundige", 0));
        tables[0] = world.Table;
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity, settings.BaseAddress) = (
                MailRoute.Smtp,
                "127.0.0.1",
                sink.Port,
                SmtpSecurity.None,
                "https://tafel.example"
            );
            await db.SaveChangesAsync();
        });
        var ids = await world.Invite(
            [.. Enumerable.Range(0, SixWeeksStory.People - 2).Select(Guest)],
            approached: false
        );
        tables[1] = await site.Db(async db =>
        {
            var first = await db.Gatherings.SingleAsync();
            var second = Gathering.Of(await db.DialogueKindAsync(), 2);
            db.Entry(second).Property(item => item.SeriesId).CurrentValue = first.SeriesId;
            (first.StartsAt, second.StartsAt) = (story.Starts(0, story.From), story.Starts(1, story.From));
            (second.ContactPersonId, second.LocationId, second.ProcessFacilitatorId) = (
                first.ContactPersonId,
                first.LocationId,
                first.ProcessFacilitatorId
            );
            db.Gatherings.Add(second);
            await db.SaveChangesAsync();
            return second.Id;
        });
        foreach (var (id, person) in ids.Select((id, person) => (id, person)))
        {
            await KnowAsync(0, person, id);
        }
    }

    private static (string Name, string Perspective, string? Email, string? Phone) Guest(int person) =>
        ($"Gast{person:00}", "Ervaringsdeskundige", $"gast{person:00}@voorbeeld.example", "06 555 01 000");

    private async Task KnowAsync(int table, int person, int invitation)
    {
        invitations[(table, person)] = invitation;
        persons[(await world.Read(invitation)).PersonId] = person;
    }

    private async Task JobsAsync(bool onTheHour)
    {
        var hour = SixWeeksStory.Wall(site.Clock.Utc).Hour;
        if (onTheHour && hour == 4 && !death.Dead)
        {
            await site.Run<RetentionJob>();
            await site.Run<MailUpkeep>();
        }

        if (onTheHour && !death.Dead)
        {
            await site.Run<ReminderJob>();
            await site.Run<OverviewJob>();
        }

        if (!death.Dead)
        {
            await site.Run<MailPump>();
        }
    }

    private async Task WriteJournalAsync()
    {
        var rows = await site.Db(db =>
            db.Mails.AsNoTracking()
                .IgnoreAutoIncludes()
                .Where(mail => mail.State == MailState.Sent || mail.State == MailState.Uncertain)
                .Select(mail => new
                {
                    mail.Id,
                    mail.State,
                    mail.PersonId,
                    mail.GatheringId,
                    mail.Kind,
                })
                .ToListAsync()
        );
        foreach (var row in rows.Where(row => !journal.ContainsKey(row.Id)))
        {
            journal[row.Id] = new Sent(
                site.Clock.Utc,
                persons.GetValueOrDefault(row.PersonId!.Value, -1),
                Array.IndexOf(tables, row.GatheringId),
                row.Kind
            );
        }

        Uncertain.UnionWith(rows.Where(row => row.State == MailState.Uncertain).Select(row => row.Id));
    }

    [GeneratedRegex("^X-Dialoogtafel-Mail: ([0-9a-f]{32})", RegexOptions.Multiline)]
    private static partial Regex MailId();
}
