using System.Net;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Demo;

/// <summary>The demo begins, begins again, and never sends anything.</summary>
public sealed class DemoStartTests : DemoFixture
{
    /// <summary>Monday to Sunday, at an hour before and some hours after that of the reminders.</summary>
    [Theory]
    [InlineData("2026-11-02T05:30:00Z")]
    [InlineData("2026-11-03T08:30:00Z")]
    [InlineData("2026-11-04T21:00:00Z")]
    [InlineData("2026-11-05T08:30:00Z")]
    [InlineData("2026-11-06T08:30:00Z")]
    [InlineData("2026-11-06T14:00:00Z")]
    [InlineData("2026-11-07T08:30:00Z")]
    [InlineData("2026-11-08T21:00:00Z")]
    public async Task No_reminder_leaves_while_somebody_looks_around(string made)
    {
        await using var site = new Site { Demo = true };
        site.Clock.Set(DateTimeOffset.Parse(made, System.Globalization.CultureInfo.InvariantCulture));
        _ = site.Services;
        var mails = await site.Db(db => db.Mails.CountAsync());

        site.Clock.Move(TimeSpan.FromHours(2));
        await site.Run<ReminderJob>();

        Assert.Equal(mails, await site.Db(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task Nothing_falls_due_within_two_hours_and_nothing_ever_leaves()
    {
        await using var sink = new SmtpSink();
        await using var site = new Site { Demo = true }
            .With("Smtp:Host", "127.0.0.1")
            .With("Smtp:Port", sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("Smtp:Security", "None")
            .With("Smtp:From", "tafel@voorbeeld.example");
        _ = site.Services;
        site.Clock.Move(TimeSpan.FromHours(2));
        await site.Run<MailPump>();
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "data", "demo", "mail")));

        site.Clock.Move(TimeSpan.FromDays(7));
        await site.Run<MailPump>();
        Assert.Single(Directory.GetFiles(Path.Combine(site.Folder, "data", "demo", "mail"), "*.eml"));
        Assert.Equal(0, sink.Connections);
        var soon = site.Clock.Utc.AddDays(-7);
        Assert.False(
            await site.Db(db => db.Invitations.AnyAsync(item => item.SilentUntil < soon || item.CallBefore < soon))
        );
    }

    [Fact]
    public async Task The_demo_says_that_it_is_well()
    {
        await using var site = new Site { Demo = true };

        Assert.Equal("Healthy", await site.Open().GetStringAsync("/healthz/ready"));
    }

    [Fact]
    public async Task The_links_stand_in_a_file_and_work_again_and_again()
    {
        await using var site = new Site { Demo = true };
        _ = site.Services;

        var links = await LinksAsync(site);

        Assert.Equal(24, links.GetProperty("participants").GetArrayLength());
        Assert.All(links.GetProperty("participants").EnumerateArray(), item =>
            Assert.Contains("/u/", item.GetProperty("url").GetString(), StringComparison.Ordinal)
        );
        foreach (var who in new[] { "organiser", "organiser", "coResearcher", "facilitator" })
        {
            var client = site.Open();
            using var entered = await client.PostAsync(new Uri(links.GetProperty(who).GetString()!).AbsolutePath, null);
            Assert.Equal("/start", entered.Headers.Location!.ToString());
            using var overview = await client.GetAsync("/bijeenkomsten/1/voorbereiding");
            Assert.Equal(who == "facilitator" ? HttpStatusCode.OK : HttpStatusCode.NotFound, overview.StatusCode);
            site.Clock.Move(TimeSpan.FromDays(3));
        }
    }

    [Fact]
    public async Task A_second_start_keeps_the_demo_and_renews_the_links()
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
        await using (
            var first = new Site
            {
                Demo = true,
                Folder = folder,
                RemoveFolder = false,
            }
        )
        {
            _ = first.Services;
        }

        await using var second = new Site { Demo = true, Folder = folder };

        Assert.Equal(24, await second.Db(db => db.Invitations.CountAsync()));
        Assert.Equal(24, (await LinksAsync(second)).GetProperty("participants").GetArrayLength());
    }

    [Fact]
    public async Task The_demo_cannot_be_made_to_send()
    {
        await using var site = new Site { Demo = true };
        _ = site.Services;
        var client = site.Open();
        using var entered = await client.PostAsync(
            new Uri((await LinksAsync(site)).GetProperty("organiser").GetString()!).AbsolutePath,
            null
        );
        var page = await client.PageAsync("/beheer/versturen");
        Assert.Contains("kan niet versturen", page.Words(), StringComparison.Ordinal);

        using var answer = await client.SendAsync(
            "/beheer/versturen",
            "/beheer/versturen",
            ("Form.Route", "Smtp"),
            ("Form.Host", "mail.example")
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", (await site.Db(db => db.Installation.AsNoTracking().SingleAsync())).SmtpHost);
    }
}
