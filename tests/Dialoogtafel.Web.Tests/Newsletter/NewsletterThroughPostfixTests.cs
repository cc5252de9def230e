using System.Diagnostics;
using System.Globalization;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Dialoogtafel.Web.Tests.Newsletter;

/// <summary>
/// A newsletter through a real mail server, with STARTTLS and sign-in, to many readers who share one mailbox, while
/// somebody opens her answer page; the process is killed twice in the middle. How long that page takes is written down,
/// idle and beside the sending, and not judged here.
/// </summary>
[Trait("Kind", "story")]
public sealed class NewsletterThroughPostfixTests(MailServer server, ITestOutputHelper output)
    : IClassFixture<MailServer>
{
    private const string Mailbox = "lezers@lezer.example";
    private const string Host = "tafel.example";
    private const int Kills = 2;
    private static readonly bool Heavy = Environment.GetEnvironmentVariable("DIALOOGTAFEL_HEAVY") == "1";
    private static readonly int Count = Heavy ? 2_000 : 60;
    private readonly int port = MailServer.FreePort();
    private readonly List<double> idle = [],
        busy = [];
    private string page = "";

    [MailServerFact]
    public async Task Each_reader_has_it_once_or_is_listed_when_the_process_dies_twice_in_the_middle()
    {
        var folder = await ScheduleAsync();
        var database = Path.Combine(folder, "data", "dialoogtafel.db");
        for (var run = 0; run <= Kills; run++)
        {
            await using var process = SiteProcess.Start(folder, Settings());
            // The first answers of a fresh process are slow whatever it does.
            await AskAsync(Heavy ? 300 : 5, []);
            await AskAsync(Heavy ? 300 : 20, run == 0 ? idle : []);
            var wanted = run == Kills ? Count - Left(database) : Count * (run + 1) / (Kills + 1);
            while (Rows(database, MailState.Sent) < wanted)
            {
                Assert.False(process.HasExited, "the site ended by itself");
                // The first run waits for the moment of the issue: only beside mails that leave it counts as busy.
                await AskAsync(5, Rows(database, MailState.Sent) > 0 ? busy : []);
            }

            await process.KillAsync();
        }

        using var site = SiteOn(folder, last: true);
        site.Clock.Set(TimeProvider.System.GetUtcNow().AddMinutes(30));
        Assert.True(await site.Run<MailUpkeep>());
        var rows = await site.Db(db => db.Mails.AsNoTracking().IgnoreAutoIncludes().ToListAsync());
        var listed = rows.Where(row => row.State != MailState.Sent || row.DoubtedAt is not null)
            .Select(row => row.MessageId)
            .ToHashSet();
        var arrived = (await server.WaitForAsync(Mailbox, Count - listed.Count))
            .Select(mail => mail.Headers.Single(header => header.Name == "Message-ID").Value.Trim('<', '>'))
            .ToList();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{arrived.Count} arrived, {listed.Count} listed; p95 of the answer page {P95(idle):0.0} ms "
                    + $"idle, {P95(busy):0.0} ms beside the sending: {P95(busy) / P95(idle):0.00}"
            )
        );

        Assert.Equal(Count, rows.Count);
        Assert.True(listed.Count <= Kills, $"{listed.Count} listed after {Kills} kills");
        Assert.DoesNotContain(arrived.GroupBy(id => id), copies => copies.Count() > 1 && !listed.Contains(copies.Key));
        Assert.Equal(rows.Select(row => row.MessageId).Except(listed).Order(), arrived.Except(listed).Order());
    }

    /// <summary>Opens the answer page of one participant so many times, one after the other.</summary>
    private async Task AskAsync(int times, List<double> took)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };
        for (var (time, tries) = (0, 0); time < times; time++, tries++)
        {
            Assert.True(tries < times + 3_000, "the site does not answer");
            using var request = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { Host = Host } };
            var watch = Stopwatch.StartNew();
            try
            {
                using var answer = await http.SendAsync(request);
                Assert.True(answer.IsSuccessStatusCode, $"{page}: {answer.StatusCode}");
                took.Add(watch.Elapsed.TotalMilliseconds);
            }
            catch (HttpRequestException) when (took.Count == 0)
            {
                // It does not listen yet.
                time--;
            }

            await Task.Delay(10);
        }
    }

    private static double P95(List<double> took) => took.Order().ElementAt(took.Count * 95 / 100);

    /// <summary>
    /// What earlier runs left in flight: nobody knows whether it arrived, and it is listed when its time is over.
    /// </summary>
    private static int Left(string database) => Rows(database, MailState.Sending);

    private static int Rows(string database, MailState state)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Mails WHERE State = $state";
        command.Parameters.AddWithValue("$state", state.ToString());
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>With quiet hours that are far from the hour at which this runs.</summary>
    private (string Name, string Value)[] Settings()
    {
        var hour = TimeZoneInfo
            .ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"))
            .Hour;
        return
        [
            ("BaseAddress", $"https://{Host}"),
            ("QuietFrom", $"{(hour + 10) % 24:00}:00"),
            ("QuietUntil", $"{(hour + 11) % 24:00}:00"),
            ("ReminderAt", $"{(hour + 12) % 24:00}:30"),
            ("SSL_CERT_FILE", server.Authority),
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
        ];
    }

    private Site SiteOn(string folder, bool last)
    {
        var site = new Site { Folder = folder, RemoveFolder = last };
        foreach (var (name, value) in Settings().Where(item => !item.Name.Contains('_', StringComparison.Ordinal)))
        {
            site.With(name, value);
        }

        return site;
    }

    private async Task<string> ScheduleAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
        using var site = SiteOn(folder, last: false);
        site.Clock.Set(TimeProvider.System.GetUtcNow().AddMinutes(-5));
        var world = await World.On(site);
        page =
            await world.LinkOf(await world.Invite("Anna", "Ervaringsdeskundige", "anna@voorbeeld.example"))
            + "/antwoord";
        await world.ReadersAsync([.. Enumerable.Range(1, Count).Select(number => $"Lezer{number:0000}")]);
        var password = site.Services.GetRequiredService<FieldCipher>().Seal(MailServer.Password);
        await site.Db(async db =>
        {
            await db
                .Persons.Where(person => person.Email!.EndsWith("@lezer.example"))
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, Mailbox));
            var settings = await db.Installation.SingleAsync();
            (settings.Route, settings.SmtpHost, settings.SmtpPort, settings.SmtpSecurity) = (
                MailRoute.Smtp,
                server.Settings.Host,
                server.Settings.Port,
                server.Settings.Security
            );
            (settings.SmtpUser, settings.SmtpPassword, settings.SendingOnAt) = (
                server.Settings.User!,
                password,
                site.Clock.Utc
            );
            await db.SaveChangesAsync();
        });
        await world.IssueAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(Heavy ? 40 : 3));
        return folder;
    }
}
