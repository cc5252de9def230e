using System.Net;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>The list of mail: whose stands in it, and what the start page says of it.</summary>
public sealed class PostTests : PostFixture
{
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

    private static List<string> Names(AngleSharp.Dom.IParentNode page) =>
        [.. page.QuerySelectorAll("tbody th a").Select(link => link.TextContent)];
}
