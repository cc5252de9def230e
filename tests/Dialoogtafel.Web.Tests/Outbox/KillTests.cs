using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Preparation.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Outbox;

/// <summary>F1, F2: the process dies at random moments while mail goes out.</summary>
[Trait("Kind", "story")]
public sealed partial class KillTests
{
    private static bool Heavy => Environment.GetEnvironmentVariable("DIALOOGTAFEL_HEAVY") == "1";
    private static int Kills => Heavy ? 50 : 5;

    /// <summary>Each kill may leave as many mails as are under way at once.</summary>
    private static int MostUncertain => Kills * new SmtpTransport(new SmtpServer("", 0, SmtpSecurity.None)).Lanes;
    private static int Count => Heavy ? 2_000 : 200;

    [Fact]
    public async Task After_kills_at_random_moments_nothing_is_lost_and_each_double_was_listed_as_uncertain_before()
    {
        await using var sink = new SmtpSink();
        var folder = await QueueAsync(sink);
        var random = new Random();
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var process = Start(folder, sink);
            // What a kill leaves uncertain never arrives by itself.
            await ReachAsync(
                process,
                sink,
                Math.Min(Count - MostUncertain, sink.Mails.Count + random.Next(1, 2 * Count / Kills))
            );
            await Task.Delay(random.Next(0, 30));
            await process.KillAsync();
        }

        var uncertain = await DrainAsync(folder, sink, resendUncertain: false);
        var seen = Seen(sink);
        Assert.True(uncertain.Count <= MostUncertain, $"{uncertain.Count} uncertain after {Kills} kills");
        Assert.DoesNotContain(seen, mail => mail.Value.Count > 1);
        Assert.Equal(Count, seen.Keys.Union(uncertain).Count());

        // The organiser chooses to send the uncertain ones again.
        await DrainAsync(folder, sink, resendUncertain: true);
        seen = Seen(sink);
        Assert.Equal(Count, seen.Count);
        Assert.All(seen.Where(mail => mail.Value.Count > 1), mail => Assert.Contains(mail.Key, uncertain));
        Assert.All(seen.Values, copies => Assert.Single(copies.Distinct()));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_normal_stop_leaves_nothing_uncertain_and_doubles_nothing()
    {
        await using var sink = new SmtpSink();
        var folder = await QueueAsync(sink);
        var stops = Heavy ? 20 : 3;
        // Not after the last mail: whoever stops a site that is still starting, stops no mail.
        for (var stop = 0; stop < stops && sink.Mails.Count < Count - 1; stop++)
        {
            await using var process = Start(folder, sink);
            await ReachAsync(process, sink, Math.Min(Count - 1, sink.Mails.Count + (Count / (stops + 1))));
            Assert.Equal(0, await process.StopAsync());
        }

        Assert.Empty(await DrainAsync(folder, sink, resendUncertain: false));
        var seen = Seen(sink);
        Assert.Equal(Count, seen.Count);
        Assert.All(seen.Values, copies => Assert.Single(copies));
        Directory.Delete(folder, recursive: true);
    }

    private static SiteProcess Start(string folder, SmtpSink sink) =>
        SiteProcess.Start(
            folder,
            ("BaseAddress", "https://tafel.example"),
            ("Smtp__Host", "127.0.0.1"),
            ("Smtp__Port", $"{sink.Port}"),
            ("Smtp__Security", "None"),
            ("Smtp__From", World.From)
        );

    /// <summary>A data folder with mails that are due now, by the system's clock.</summary>
    private static async Task<string> QueueAsync(SmtpSink sink)
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
        using var site = new Site { Folder = folder, RemoveFolder = false }
            .With("BaseAddress", "https://tafel.example")
            .With("Smtp:From", World.From);
        site.Clock.Set(TimeProvider.System.GetUtcNow().AddMinutes(-5));
        await World.On(site);
        await site.Db(async db =>
        {
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort) = (MailRoute.Smtp, "127.0.0.1", sink.Port);
            await db.SaveChangesAsync();
        });
        await using var scope = site.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<MailOutbox>();
        for (var number = 0; number < Count; number++)
        {
            await outbox.AddAsync(
                new Letter
                {
                    Text = new SeeAnswersMail
                    {
                        FirstName = $"Naam{number}",
                        Link = new Uri("https://tafel.example/u/x"),
                        Contact = "Petra",
                        Phone = "030 555 00 00",
                    },
                    To = new Person { FirstName = $"Naam{number}", Email = $"naam{number}@voorbeeld.example" },
                    Key = $"proef:{number}",
                }
            );
        }

        await scope.ServiceProvider.GetRequiredService<DialoogtafelDb>().SaveChangesAsync();
        return folder;
    }

    private static async Task ReachAsync(SiteProcess process, SmtpSink sink, int mails)
    {
        for (var wait = 0; sink.Mails.Count < mails && wait < 6_000; wait++)
        {
            Assert.False(process.HasExited, "the site ended by itself");
            await Task.Delay(10);
        }

        Assert.True(sink.Mails.Count >= mails, $"only {sink.Mails.Count} of {mails} mails arrived");
    }

    /// <summary>
    /// Lets a site without kills empty the outbox; gives the message ids that are listed as uncertain.
    /// </summary>
    private static async Task<HashSet<string>> DrainAsync(string folder, SmtpSink sink, bool resendUncertain)
    {
        using var site = new Site { Folder = folder, RemoveFolder = false }
            .With("BaseAddress", "https://tafel.example")
            .With("Smtp:Host", "127.0.0.1")
            .With("Smtp:Port", $"{sink.Port}")
            .With("Smtp:Security", "None")
            .With("Smtp:From", World.From);
        site.Clock.Set(TimeProvider.System.GetUtcNow().AddMinutes(30));
        if (resendUncertain)
        {
            await site.Db(async db =>
            {
                (await db.Mails.Where(mail => mail.State == MailState.Uncertain).ToListAsync()).ForEach(mail =>
                    mail.SendAgain(site.Clock.Utc)
                );
                await db.SaveChangesAsync();
            });
        }

        Assert.True(await site.Run<MailPump>());
        return await site.Db(async db =>
        {
            var left = await db
                .Mails.Where(mail =>
                    mail.State == MailState.Queued || mail.State == MailState.Sending || mail.State == MailState.Failed
                )
                .Select(mail => $"{mail.State} {mail.Attempts} {mail.NextAt} {mail.Reply}")
                .ToListAsync();
            Assert.True(left.Count == 0, $"{left.Count} left: {left.FirstOrDefault()}");
            return (
                await db
                    .Mails.Where(mail => mail.State == MailState.Uncertain)
                    .Select(mail => mail.MessageId)
                    .ToListAsync()
            ).ToHashSet();
        });
    }

    private static Dictionary<string, List<string>> Seen(SmtpSink sink) =>
        sink
            .Mails.GroupBy(mail => MessageId().Match(mail.Text).Groups[1].Value)
            .ToDictionary(group => group.Key, group => group.Select(mail => mail.Text).ToList());

    [GeneratedRegex("^Message-ID: <([^>]+)>", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}
