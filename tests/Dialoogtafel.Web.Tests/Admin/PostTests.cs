using System.Net;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Admin.MailLog;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Pages;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

public sealed class PostTests
{
    private const string Secret = "aaaaaab23456789abcdefghijkmnpqrstuvwxyz";

    [Fact]
    public async Task The_list_shows_my_mails_and_team_mails_and_nobody_elses()
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var (_, _, other) = await site.OwnTeamAsync(firstName: "Bea");
        await AddAsync(site, "Carla", await TableAsync(site, mine));
        await AddAsync(site, "Dirk", await TableAsync(site, other));
        await AddAsync(site, "Els", null);
        await AddAsync(site, "Frits", null, unlisted: true);

        var text = (await client.PageAsync("/beheer/post")).Words();

        Assert.Contains("carla@voorbeeld.example", text, StringComparison.Ordinal);
        Assert.Contains("els@voorbeeld.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("dirk@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("frits@", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_projects_mail_and_a_sign_in_mail_do_not_exist_for_me()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        var (_, _, other) = await site.OwnTeamAsync(firstName: "Bea");
        var token = (await client.PageAsync("/beheer/versturen"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        foreach (
            var id in new[]
            {
                await AddAsync(site, "Dirk", await TableAsync(site, other), MailState.Failed),
                await AddAsync(site, "Frits", null, MailState.Failed, unlisted: true),
            }
        )
        {
            foreach (var path in new[] { "", "/beeld" })
            {
                using var page = await client.GetAsync($"/beheer/post/{id}{path}");
                Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            }

            foreach (var action in new[] { "verzending", "afhandeling" })
            {
                using var answer = await client.PostAsync(
                    $"/beheer/post/{id}/{action}",
                    new FormUrlEncodedContent([new("__RequestVerificationToken", token)])
                );
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }

            Assert.Equal(MailState.Failed, (await MailAsync(site, id)).State);
        }
    }

    [Fact]
    public async Task The_organiser_reads_the_mail_and_not_the_secret_of_its_link()
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var id = await AddAsync(site, "Çağla", await TableAsync(site, mine));

        var page = await client.GetStringAsync($"/beheer/post/{id}");
        using var picture = await client.GetAsync($"/beheer/post/{id}/beeld");
        var html = await picture.Content.ReadAsStringAsync();

        Assert.Contains("Beste &#xC7;a&#x11F;la", page, StringComparison.Ordinal);
        Assert.Contains("tafel.example/u/", page, StringComparison.Ordinal);
        Assert.Contains("tafel.example/u/", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page + html, StringComparison.Ordinal);
        Assert.Contains(
            "sandbox",
            picture.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_failed_mail_goes_again_with_the_same_bytes()
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var id = await AddAsync(site, "Carla", await TableAsync(site, mine), MailState.Failed);
        var before = (await MailAsync(site, id)).Content;

        using var answer = await client.SendAsync($"/beheer/post/{id}", $"/beheer/post/{id}/verzending");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        await site.Run<MailPump>();

        var mail = await MailAsync(site, id);
        Assert.Equal(MailState.Sent, mail.State);
        Assert.Equal(
            site.Services.GetRequiredService<FieldCipher>().OpenBytes(before!),
            await File.ReadAllBytesAsync(Directory.GetFiles(site.MailFolder, "*.eml").Single())
        );
    }

    [Fact]
    public async Task An_uncertain_mail_goes_again_only_when_double_is_chosen()
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var id = await AddAsync(site, "Carla", await TableAsync(site, mine), MailState.Uncertain);

        using var asServed = await client.SendAsync($"/beheer/post/{id}", $"/beheer/post/{id}/verzending");
        Assert.Contains(
            "Kruis aan dat de mail dubbel mag aankomen",
            (await asServed.PageAsync()).Words(),
            StringComparison.Ordinal
        );
        Assert.Equal(MailState.Uncertain, (await MailAsync(site, id)).State);

        using var chosen = await client.SendAsync(
            $"/beheer/post/{id}",
            $"/beheer/post/{id}/verzending",
            ("MayBeDouble", "true")
        );
        Assert.Equal(MailState.Queued, (await MailAsync(site, id)).State);
    }

    [Theory]
    [InlineData(MailState.Uncertain, MailState.Sent)]
    [InlineData(MailState.Failed, MailState.Dropped)]
    public async Task A_mail_can_be_left_as_it_is(MailState before, MailState after)
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var id = await AddAsync(site, "Carla", await TableAsync(site, mine), before);

        using var answer = await client.SendAsync($"/beheer/post/{id}", $"/beheer/post/{id}/afhandeling");
        await site.Run<MailPump>();

        Assert.Equal(after, (await MailAsync(site, id)).State);
        Assert.False(Directory.Exists(site.MailFolder));
        Assert.Empty(await StepsAsync(site, mine!.Value));
    }

    [Fact]
    public async Task The_filters_show_their_own_and_the_newest_comes_first()
    {
        await using var site = new Site();
        var (client, _, mine) = await site.OwnTeamAsync();
        var table = await TableAsync(site, mine);
        await AddAsync(site, "Carla", table, MailState.Failed);
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await AddAsync(site, "Dirk", table, MailState.Uncertain);
        site.Clock.Move(TimeSpan.FromMinutes(5));
        await AddAsync(site, "Els", table);

        Assert.Equal(
            ["els@voorbeeld.example", "dirk@voorbeeld.example", "carla@voorbeeld.example"],
            Names(await client.PageAsync("/beheer/post"))
        );
        Assert.Equal(["carla@voorbeeld.example"], Names(await client.PageAsync("/beheer/post?toon=mislukt")));
        Assert.Equal(["dirk@voorbeeld.example"], Names(await client.PageAsync("/beheer/post?toon=onzeker")));
        Assert.Equal(["els@voorbeeld.example"], Names(await client.PageAsync("/beheer/post?toon=wacht")));
        Assert.Empty(Names(await client.PageAsync("/beheer/post?toon=verstuurd")));
    }

    [Fact]
    public async Task Fifty_mails_stand_on_a_page()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        for (var number = 0; number < 51; number++)
        {
            await AddAsync(site, FormattableString.Invariant($"p{number}"), null);
        }

        var first = await client.PageAsync("/beheer/post");
        var older = first.QuerySelectorAll("a").Single(link => link.TextContent == "Oudere mail").GetAttribute("href")!;

        Assert.Equal(50, Names(first).Count);
        Assert.Single(Names(await client.PageAsync(older)));
    }

    [Fact]
    public async Task Home_hears_of_failed_uncertain_and_stuck_mail()
    {
        await using var site = new Site();
        var (_, _, mine) = await site.OwnTeamAsync();
        var table = await TableAsync(site, mine);
        await AddAsync(site, "Carla", table);
        Assert.Empty(await StepsAsync(site, mine!.Value));

        site.Clock.Move(TimeSpan.FromHours(5));
        Assert.Equal(
            ("Eén mail wacht al meer dan vier uur.", 100),
            (await StepsAsync(site, mine.Value)).Select(step => (step.Sentence, step.Urgency)).Single()
        );

        await AddAsync(site, "Dirk", table, MailState.Failed);
        var step = Assert.Single(await StepsAsync(site, mine.Value));
        Assert.Equal("Eén mail is niet aangekomen.", step.Sentence);
        Assert.NotNull(step.SeriesId);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_opened_does_not_stop_the_next_one()
    {
        await using var site = new Site();
        var broken = await AddAsync(site, "Carla", null);
        await site.Db(db =>
            db.MailContents.Where(content => content.MailId == broken)
                .ExecuteUpdateAsync(set => set.SetProperty(content => content.Bytes, new SealedText([1, 2, 3])))
        );
        site.Clock.Move(TimeSpan.FromSeconds(1));
        var good = await AddAsync(site, "Dirk", null);

        Assert.True(await site.Run<MailPump>());

        Assert.Equal(MailState.Failed, (await MailAsync(site, broken)).State);
        Assert.Equal(MailState.Sent, (await MailAsync(site, good)).State);
    }

    [Theory]
    [InlineData(TeamRole.CoResearcher)]
    [InlineData(TeamRole.Facilitator)]
    [InlineData(TeamRole.Administrator)]
    public async Task Only_organisers_see_the_post(TeamRole role)
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync(role);

        using var answer = await client.GetAsync("/beheer/post");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<int> TableAsync(Site site, int? project) =>
        await site.Db(async db =>
        {
            var kind = await db.DialogueKindAsync();
            var domain = await db.LifeDomains.FirstAsync();
            var series = new GatheringSeries
            {
                ProjectId = project!.Value,
                LifeDomainId = domain.Id,
                Subject = "werk",
            };
            series.Gatherings.Add(Gathering.Of(kind, 1));
            db.Add(series);
            await db.SaveChangesAsync();
            return series.Gatherings[0].Id;
        });

    private static async Task<Guid> AddAsync(
        Site site,
        string name,
        int? table,
        MailState state = MailState.Queued,
        bool unlisted = false
    )
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var address = name.StartsWith('Ç') ? "cagla@voorbeeld.example" : $"{name.ToLowerInvariant()}@voorbeeld.example";
        var mail = (
            await scope
                .ServiceProvider.GetRequiredService<MailOutbox>()
                .AddAsync(
                    new Letter
                    {
                        Text = new WelcomeToTeamMail
                        {
                            FirstName = name,
                            Project = "Werk",
                            AddedBy = "Anna",
                            Link = new Uri($"https://tafel.example/u/{Secret}"),
                        },
                        To = new Person { FirstName = name, Email = address },
                        Key = $"proef:{name}",
                        GatheringId = table,
                        Unlisted = unlisted,
                    }
                )
        )!;
        if (state != MailState.Queued)
        {
            mail.Claim(site.Clock.Utc);
        }

        if (state == MailState.Failed)
        {
            mail.Refused("550 onbekend");
        }
        else if (state == MailState.Uncertain)
        {
            mail.BecameUncertain("De verbinding brak af.");
        }

        await db.SaveChangesAsync();
        return mail.Id;
    }

    private static async Task<IReadOnlyList<NextStep>> StepsAsync(Site site, int project)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var actor = new Actor(
            1,
            new Person { FirstName = "Anna" },
            [
                new TeamMembership
                {
                    PersonId = 1,
                    ProjectId = project,
                    Role = TeamRole.Organiser,
                    From = site.Clock.Utc,
                },
            ]
        );
        var source = scope.ServiceProvider.GetServices<INextStepSource>().OfType<PostNextStep>().Single();
        return await source.FindAsync(actor, site.Clock.Utc, CancellationToken.None);
    }

    private static Task<OutgoingMail> MailAsync(Site site, Guid id) =>
        site.Db(db => db.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id));

    private static List<string> Names(AngleSharp.Dom.IParentNode page) =>
        [.. page.QuerySelectorAll("tbody th a").Select(link => link.TextContent)];
}
