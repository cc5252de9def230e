using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// Lives the ninety days on the real site with a mail server, everything through pages and links, and keeps a journal
/// of every mail that left. A saboteur breaks a rule, to see that somebody would notice.
/// </summary>
public sealed partial class NinetyDays(DateOnly table, int kills = 0, int seed = 0, params IInterceptor[] saboteurs)
    : IAsyncDisposable
{
    private const string Bounces = "cor@voorbeeld.example";
    private readonly string folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
    private readonly SmtpSink sink = new() { Unknown = [Bounces] };
    private readonly Random random = new(seed);
    private readonly Dictionary<Guid, NinetyMail> journal = [];
    private readonly Dictionary<string, int> persons = [];
    private readonly List<int> actions = [];
    private Site site = null!;
    private World world = null!;
    private Death death = null!;

    public IReadOnlyCollection<NinetyMail> Journal => journal.Values;
    public int Deaths { get; private set; }
    public HashSet<Guid> Uncertain { get; } = [];
    public Dictionary<Guid, int> Arrived =>
        sink
            .Mails.GroupBy(mail => Guid.Parse(MailId().Match(mail.Text).Groups[1].Value))
            .ToDictionary(group => group.Key, group => group.Count());
    public int Refused =>
        sink.Commands.Count(line =>
            line.StartsWith("RCPT", StringComparison.Ordinal) && line.Contains(Bounces, StringComparison.Ordinal)
        );

    /// <summary>The Mondays on which the coordinator got the overview.</summary>
    public IReadOnlyList<DateOnly> Digests { get; private set; } = [];

    public async Task LiveAsync()
    {
        Open(SixWeeksStory.Local(table, 12, 0));
        await BeginAsync();
        for (var day = 0; day <= NinetyDaysStory.Days; day++)
        {
            // In the afternoon only where somebody did something.
            var quiet = day > 0 && NinetyDaysStory.Acts.All(act => act.Day != day);
            foreach (var (hour, minute) in new[] { (8, 10), (10, 10), (15, 0), (15, 10) }.Take(quiet ? 2 : 4))
            {
                await MomentAsync(day, hour, minute);
            }
        }

        Digests = await site.Db(db =>
            db.Mails.Where(mail => mail.Kind == ActionDigestMail.Name)
                .OrderBy(mail => mail.QueuedAt)
                .Select(mail => DateOnly.FromDateTime(mail.QueuedAt))
                .ToListAsync()
        );
    }

    /// <summary>How each action stands: its end, or why it is on te bellen; "" when neither.</summary>
    public async Task<IReadOnlyList<string>> EndsAsync() =>
        [
            .. (await RowsAsync()).Select(action =>
                action.End?.ToString() ?? (action.OwnerId is null ? "nobody" : action.Call?.ToString() ?? "")
            ),
        ];

    /// <summary>The words on te bellen at the end.</summary>
    public async Task<string> CallListAsync() => (await (await world.SignIn()).Go("/te-bellen")).Text;

    /// <summary>By action: when it ended.</summary>
    public async Task<IReadOnlyList<int?>> EndDaysAsync() =>
        [.. (await RowsAsync()).Select(action => action.EndedAt is { } at ? DayOf(at) : (int?)null)];

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await sink.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task MomentAsync(int day, int hour, int minute)
    {
        var at = SixWeeksStory.Local(table.AddDays(day), hour, minute);
        if (at <= site.Clock.Utc)
        {
            return;
        }

        site.Clock.Set(at);
        if (minute == 0)
        {
            foreach (var act in NinetyDaysStory.Acts.Where(act => act.Day == day))
            {
                await DoAsync(act);
            }

            if (day == 0)
            {
                await AgreeAsync();
            }

            return;
        }

        while (true)
        {
            if (Deaths < kills && random.Next(4) > 0)
            {
                death.In(random.Next(1, 4), random.Next(2) == 0);
            }

            await JobsAsync(nightly: hour == 8 && day % 7 == 0);
            if (!death.Dead)
            {
                break;
            }

            Deaths++;
            await site.DisposeAsync();
            Open(at);
            await LookAtUncertainAsync();
        }

        death.In(0, false);
        await WriteJournalAsync(day, hour);
    }

    private async Task JobsAsync(bool nightly)
    {
        Func<Task>[] jobs =
        [
            () => nightly ? site.Run<RetentionJob>() : Task.CompletedTask,
            () => nightly ? site.Run<MailUpkeep>() : Task.CompletedTask,
            () => site.Run<FollowUpJob>(),
            () => site.Run<ActionDigestJob>(),
            () => site.Run<MailPump>(),
            () => site.Run<FollowUpJob>(),
        ];
        foreach (var job in jobs.TakeWhile(_ => !death.Dead))
        {
            await job();
        }
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
        world = await World.On(site);
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
            (await db.Gatherings.SingleAsync()).StartsAt = SixWeeksStory.Local(table, 12, 30);
            await db.SaveChangesAsync();
        });
        var ids = await world.Invite(
            [
                .. NinetyDaysStory.People.Select(name =>
                    (
                        name,
                        "Gemeente",
                        name == "Greet" ? null : $"{name.ToLowerInvariant()}@voorbeeld.example",
                        (string?)"06 555 12 345"
                    )
                ),
            ],
            approached: false
        );
        foreach (var (name, id) in NinetyDaysStory.People.Zip(ids))
        {
            persons[name] = (await world.Read(id)).PersonId;
        }
    }

    private async Task WriteJournalAsync(int day, int hour)
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
                    mail.ActionId,
                    mail.Kind,
                })
                .ToListAsync()
        );
        foreach (var row in rows.Where(row => row.ActionId is not null && !journal.ContainsKey(row.Id)))
        {
            journal[row.Id] = new NinetyMail(
                day,
                hour,
                actions.IndexOf(row.ActionId!.Value),
                persons.Single(person => person.Value == row.PersonId).Key,
                row.Kind
            );
        }

        Uncertain.UnionWith(rows.Where(row => row.State == MailState.Uncertain).Select(row => row.Id));
    }

    private Task<List<AgreedAction>> RowsAsync() =>
        site.Db(db => db.Actions.AsNoTracking().OrderBy(item => item.Id).ToListAsync());

    private int DayOf(DateTime utc) => DateOnly.FromDateTime(SixWeeksStory.Wall(utc)).DayNumber - table.DayNumber;

    [GeneratedRegex("^X-Dialoogtafel-Mail: ([0-9a-f]{32})", RegexOptions.Multiline)]
    private static partial Regex MailId();
}
