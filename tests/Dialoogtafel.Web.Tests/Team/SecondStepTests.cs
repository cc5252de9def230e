using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Guarantees;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Team;

/// <summary>
/// S10, S11: the second factor over HTTP, without script, by code app. Passkeys are tried in a real browser.
/// </summary>
public sealed class SecondStepTests : SecondStepFixture
{
    [Fact]
    public async Task Who_has_no_second_factor_sets_one_up_and_comes_back_to_the_page_that_asked()
    {
        var world = await World.On(site);
        var path = $"/uitnodigingen/{await world.Invite("Renske", "Ervaringsdeskundige")}";
        var petra = new Visitor(await site.SignedInByLinkAsync(world.OrganiserPerson));

        await petra.Go(path);
        Assert.Equal("/team/tweede-stap", petra.Address.AbsolutePath);
        Assert.Equal("Uw tweede sleutel", petra.Page.QuerySelector("h1")!.TextContent.Trim());
        await petra.Press("Begin met een app");
        await petra.Press("Klaar", ("Form.Code", CodeOf(SecretOn(petra))));

        Assert.Equal((HttpStatusCode.OK, path), (petra.Status, petra.Address.AbsolutePath));
        Assert.Contains("De app met codes is toegevoegd", petra.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_code_app_gives_a_code_after_the_link_and_before_any_page()
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);
        var petra = new Visitor(await site.SignedInByLinkAsync(world.OrganiserPerson));

        await petra.Go("/netwerk");
        Assert.Equal("De tweede stap", petra.Page.QuerySelector("h1")!.TextContent.Trim());
        await petra.Press("Verder met deze code", ("Form.Code", CodeOf(secret)));

        Assert.Equal((HttpStatusCode.OK, "/netwerk"), (petra.Status, petra.Address.AbsolutePath));
    }

    [Fact]
    public async Task The_mailed_link_leads_straight_to_the_second_step()
    {
        var world = await World.On(site);
        await AppAsync(world.OrganiserPerson);
        var petra = new Visitor(site.Open());
        await petra.Go("/netwerk");
        await petra.Press("Stuur mij een link", ("Email", World.Organiser));
        await site.Run<MailPump>();

        await petra.Go(MailBox.To(site, World.Organiser)[^1].LinkTo("/team/in/"));
        await petra.Press("Inloggen");

        Assert.Equal("/team/tweede-stap?terug=%2Fnetwerk", petra.Address.PathAndQuery);
    }

    [Fact]
    public async Task The_session_before_the_second_step_is_dead_afterwards()
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);
        var token = SignInSecrets.NewToken();
        await site.Db(async db =>
        {
            var account = await db.Users.SingleAsync(item => item.PersonId == world.OrganiserPerson);
            db.SignInRequests.Add(
                new SignInRequest
                {
                    AccountId = account.Id,
                    TokenHash = SignInSecrets.Hash(token),
                    ExpiresAt = site.Clock.Utc + SignInRequest.Lifetime,
                }
            );
            await db.SaveChangesAsync();
        });
        using var bare = site.CreateDefaultClient(new Uri("https://localhost"));
        using var entered = await bare.PostAsync($"/team/in/{token}", null);
        var old = entered
            .Headers.GetValues("Set-Cookie")
            .Single(line => line.StartsWith("team=", StringComparison.Ordinal))
            .Split(';')[0];
        var browser = site.CreateDefaultClient(new Uri("https://localhost"));
        using var page = await With(browser, HttpMethod.Get, "/team/tweede-stap", old);
        var form = (await page.PageAsync()).Forms.Single(item =>
            item.GetAttribute("action") == "/team/tweede-stap/code"
        );
        var formCookie = page
            .Headers.GetValues("Set-Cookie")
            .Single(line => line.StartsWith("formulier=", StringComparison.Ordinal))
            .Split(';')[0];

        using var passed = await With(
            browser,
            HttpMethod.Post,
            "/team/tweede-stap/code",
            $"{old}; {formCookie}",
            form.Filled(("Form.Code", CodeOf(secret)))
        );
        var fresh = passed
            .Headers.GetValues("Set-Cookie")
            .Single(line => line.StartsWith("team=", StringComparison.Ordinal))
            .Split(';')[0];

        Assert.Equal(HttpStatusCode.SeeOther, passed.StatusCode);
        Assert.NotEqual(old, fresh);
        Assert.Equal(HttpStatusCode.OK, (await With(browser, HttpMethod.Get, "/netwerk", fresh)).StatusCode);
        Assert.StartsWith(
            "/team/inloggen",
            (await With(browser, HttpMethod.Get, "/netwerk", old)).Headers.Location?.OriginalString,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_person_wrote_is_not_shown_to_a_session_with_the_link_alone(bool guarded)
    {
        using var open = guarded ? new Site() : new Site().With(OneFactorIsEnough.Sabotage);
        var world = await World.On(open);
        var path = $"/uitnodigingen/{await world.Invite("Renske", "Ervaringsdeskundige")}";

        using var answer = await (await open.SignedInByLinkAsync(world.OrganiserPerson)).GetAsync(path);

        Assert.Equal(guarded ? HttpStatusCode.SeeOther : HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            guarded ? $"/team/tweede-stap?terug={Uri.EscapeDataString(path)}" : null,
            answer.Headers.Location?.OriginalString
        );
    }

    [Fact]
    public async Task A_form_sent_with_the_link_alone_changes_nothing_and_gives_back_what_was_typed()
    {
        var world = await World.On(site);
        var path = $"/uitnodigingen/{await world.Invite("Renske", "Ervaringsdeskundige")}/stoel";
        var browser = await site.SignedInByLinkAsync(world.OrganiserPerson);
        var token = (await browser.PageAsync("/start"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .ValueOf();
        var before = DatabaseContent.Of(site);

        using var answer = await browser.PostAsync(
            path,
            new FormUrlEncodedContent([
                KeyValuePair.Create("Chair.SeatReason", "haar <b>perspectief</b> ontbreekt"),
                KeyValuePair.Create("__RequestVerificationToken", token),
            ])
        );

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(
            "haar <b>perspectief</b> ontbreekt",
            (await answer.PageAsync()).QuerySelector(".mail-text")!.TextContent
        );
        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task The_way_back_stays_on_this_site(string wanted)
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);
        var browser = await site.SignedInByLinkAsync(world.OrganiserPerson);

        using var passed = await browser.SendAsync(
            "/team/tweede-stap",
            "/team/tweede-stap/code",
            ("Form.Code", CodeOf(secret)),
            ("Form.Terug", wanted)
        );

        Assert.Equal("/start", passed.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task In_the_demo_the_link_is_enough()
    {
        using var demo = new Site { Demo = true };
        _ = demo.Server;
        Assert.True(demo.Services.GetRequiredService<InstallationOptions>().Demo);
        var invitation = await demo.Db(db => db.Invitations.Select(item => item.Id).FirstAsync());
        var person = await demo.Db(db =>
            db.Memberships.Where(item => item.Role == TeamRole.Organiser).Select(item => item.PersonId).FirstAsync()
        );

        var browser = await demo.SignedInByLinkAsync(person);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/uitnodigingen/{invitation}")).StatusCode);
    }

    private static Task<HttpResponseMessage> With(
        HttpClient browser,
        HttpMethod method,
        string path,
        string cookies,
        HttpContent? content = null
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Cookie", cookies);
        return browser.SendAsync(request);
    }
}
