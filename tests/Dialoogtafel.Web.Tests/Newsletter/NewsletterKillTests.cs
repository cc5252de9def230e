using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Newsletter;

/// <summary>F1 for a newsletter: the process dies at random moments while it is put in the outbox and sent.</summary>
[Trait("Kind", "story")]
public sealed partial class NewsletterKillTests
{
    private static bool Heavy => Environment.GetEnvironmentVariable("DIALOOGTAFEL_HEAVY") == "1";
    private static int Kills => Heavy ? 20 : 2;
    private static int Count => Heavy ? 2_000 : 60;

    [Fact]
    public async Task After_kills_each_reader_has_it_once_or_is_listed_as_perhaps_twice_with_the_same_bytes()
    {
        await using var sink = new SmtpSink();
        var folder = await ScheduleAsync(sink);
        var random = new Random();
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var process = SiteProcess.Start(
                folder,
                [.. Settings(sink).Select(item => (item.Name.Replace(":", "__", StringComparison.Ordinal), item.Value))]
            );
            var wanted = Math.Min(Count - (3 * Kills), sink.Mails.Count + random.Next(1, Count / (2 * Kills)));
            for (var wait = 0; sink.Mails.Count < wanted && wait < 6_000; wait++)
            {
                Assert.False(process.HasExited, "the site ended by itself");
                await Task.Delay(10);
            }

            Assert.True(sink.Mails.Count >= wanted, $"only {sink.Mails.Count} of {wanted} mails arrived");
            await process.KillAsync();
        }

        using var site = SiteOn(folder, sink);
        site.Clock.Set(TimeProvider.System.GetUtcNow().AddMinutes(30));
        Assert.True(await site.Run<NewsletterJob>());
        // A doubtful one waits a minute before it goes once more.
        site.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.True(await site.Run<MailPump>());

        var rows = await site.Db(db => db.Mails.AsNoTracking().IgnoreAutoIncludes().ToListAsync());
        Assert.Equal((Count, Count), (rows.Count, rows.Count(row => row.State == MailState.Sent)));
        var listed = rows.Where(row => row.DoubtedAt is not null).Select(row => row.MessageId).ToHashSet();
        Assert.True(listed.Count <= 3 * Kills, $"{listed.Count} doubts after {Kills} kills");
        var seen = sink
            .Mails.GroupBy(mail => MessageId().Match(mail.Text).Groups[1].Value)
            .ToDictionary(own => own.Key, own => own.Select(mail => mail.Text).ToList());
        Assert.Equal(Count, seen.Count);
        Assert.All(seen.Where(own => own.Value.Count > 1), own => Assert.Contains(own.Key, listed));
        Assert.All(seen.Values, copies => Assert.Single(copies.Distinct()));
    }

    private static Site SiteOn(string folder, SmtpSink sink, bool last = true)
    {
        var site = new Site { Folder = folder, RemoveFolder = last };
        foreach (var (name, value) in Settings(sink))
        {
            site.With(name, value);
        }

        return site;
    }

    /// <summary>With quiet hours that are far from the hour at which this runs.</summary>
    private static (string Name, string Value)[] Settings(SmtpSink sink)
    {
        var hour = TimeZoneInfo
            .ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"))
            .Hour;
        return
        [
            ("BaseAddress", "https://tafel.example"),
            ("Smtp:Host", "127.0.0.1"),
            ("Smtp:Port", $"{sink.Port}"),
            ("Smtp:Security", "None"),
            ("Smtp:From", World.From),
            ("QuietFrom", $"{(hour + 10) % 24:00}:00"),
            ("QuietUntil", $"{(hour + 11) % 24:00}:00"),
            ("ReminderAt", $"{(hour + 12) % 24:00}:30"),
        ];
    }

    private static async Task<string> ScheduleAsync(SmtpSink sink)
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
        using var site = SiteOn(folder, sink, last: false);
        site.Clock.Set(TimeProvider.System.GetUtcNow().AddMinutes(-5));
        var world = await World.On(site);
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort) = (MailRoute.Smtp, "127.0.0.1", sink.Port);
            await db.SaveChangesAsync();
        });
        await world.ReadersAsync([.. Enumerable.Range(1, Count).Select(number => $"Lezer{number:0000}")]);
        await world.IssueAsync(site.Clock.Utc);
        return folder;
    }

    [GeneratedRegex("^Message-ID: <([^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}
