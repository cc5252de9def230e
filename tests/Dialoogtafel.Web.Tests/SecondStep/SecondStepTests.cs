using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Dialoogtafel.Web.Tests.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.SecondStep;

/// <summary>
/// S10, S11: the second factor over HTTP, without script, by code app. Passkeys are tried in a real browser.
/// </summary>
public sealed class SecondStepTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

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
    public async Task A_code_works_once()
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);
        var code = CodeOf(secret);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await GiveAsync(await site.SignedInByLinkAsync(world.OrganiserPerson), code)).StatusCode
        );

        using var again = await GiveAsync(await site.SignedInByLinkAsync(world.OrganiserPerson), code);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("al gebruikt", (await again.PageAsync()).Body!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public async Task A_code_of_one_step_before_or_after_counts_and_no_further(int seconds, bool counts)
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);
        site.Clock.Move(TimeSpan.FromMinutes(5));

        using var answer = await GiveAsync(
            await site.SignedInByLinkAsync(world.OrganiserPerson),
            CodeApp.Code(secret, site.Clock.Utc.AddSeconds(seconds))
        );

        Assert.Equal(counts ? HttpStatusCode.SeeOther : HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_waits_a_minute_and_then_works()
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);
        var browser = await site.SignedInByLinkAsync(world.OrganiserPerson);
        var wrong = CodeOf(secret) == "000000" ? "000001" : "000000";
        for (var time = 0; time < 5; time++)
        {
            using var refused = await GiveAsync(browser, wrong);
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }

        using var early = await GiveAsync(browser, CodeOf(secret));
        Assert.Contains("te veel verkeerde codes", (await early.PageAsync()).Body!.Words(), StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.SeeOther, (await GiveAsync(browser, CodeOf(secret))).StatusCode);
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
    public async Task The_secret_of_the_app_is_nowhere_in_the_database()
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);

        Assert.DoesNotContain(DatabaseContent.Of(site).Cells, cell => cell.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changing_a_key_asks_to_show_one_that_is_fresh()
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);
        var petra = new Visitor(await site.SignedInByLinkAsync(world.OrganiserPerson));
        await petra.Go("/team/tweede-stap");
        await petra.Press("Verder met deze code", ("Form.Code", CodeOf(secret)));
        await petra.Go("/team/tweede-stap");
        var stale = petra.Page.Forms.Single(form => form.GetAttribute("action") == "/team/tweede-stap/app").Filled();
        site.Clock.Move(TimeSpan.FromMinutes(11));
        var before = DatabaseContent.Of(site);

        using var refused = await petra.Http.PostAsync("/team/tweede-stap/app", stale);
        Assert.StartsWith(
            "/team/tweede-stap?opnieuw=true",
            refused.Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
        Assert.Empty(DatabaseContent.Of(site).ChangesSince(before));

        await petra.Go(refused.Headers.Location.OriginalString);
        await petra.Press("Verder met deze code", ("Form.Code", CodeOf(secret)));
        await petra.Press("Begin met een app");
        Assert.Equal("/team/tweede-stap/app", petra.Address.AbsolutePath);
    }

    [Fact]
    public async Task The_only_key_cannot_be_taken_away()
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);
        var petra = new Visitor(await site.SignedInByLinkAsync(world.OrganiserPerson));
        await petra.Go("/team/tweede-stap");
        await petra.Press("Verder met deze code", ("Form.Code", CodeOf(secret)));
        await petra.Go("/team/tweede-stap");
        Assert.DoesNotContain(petra.Page.Forms, form =>
            form.GetAttribute("action") == "/team/tweede-stap/app/verwijdering"
        );
        var token = petra.Page.QuerySelector("input[name=__RequestVerificationToken]")!.ValueOf();

        using var refused = await petra.Http.PostAsync(
            "/team/tweede-stap/app/verwijdering",
            new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)])
        );

        Assert.Contains("enige tweede sleutel", (await refused.PageAsync()).Body!.Words(), StringComparison.Ordinal);
        Assert.True(await site.Db(async db => (await db.Users.SingleAsync()).TwoFactorEnabled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"AQID","rawId":"AQID","type":"public-key","response":{},"clientExtensionResults":{}}""")]
    [InlineData(
        """{"id":"AQID","rawId":"AQID","type":"public-key","response":"""
            + """{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA","attestationObject":"oA"}"""
            + ""","clientExtensionResults":{}}"""
    )]
    public async Task An_answer_that_no_passkey_gave_opens_nothing_and_adds_nothing(string credential)
    {
        var world = await World.On(site);
        var secret = await AppAsync(world.OrganiserPerson);
        var petra = new Visitor(await site.SignedInByLinkAsync(world.OrganiserPerson));
        await petra.Go("/team/tweede-stap");
        await PostAsync(petra, "/team/tweede-stap/vraag");

        using var proof = await PostAsync(petra, "/team/tweede-stap/passkey", ("Credential", credential));
        Assert.Equal(HttpStatusCode.OK, proof.StatusCode);
        Assert.Contains("niet een van uw passkeys", (await proof.PageAsync()).Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await petra.Http.GetAsync("/netwerk")).StatusCode);

        await petra.Press("Verder met deze code", ("Form.Code", CodeOf(secret)));
        using var question = await PostAsync(petra, "/team/tweede-stap/passkeys/opties");
        Assert.Equal("application/json", question.Content.Headers.ContentType?.MediaType);
        using var added = await PostAsync(petra, "/team/tweede-stap/passkeys", ("Form.Credential", credential));
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        Assert.False(await site.Db(db => db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<int>>().AnyAsync()));
    }

    [Fact]
    public async Task A_session_ends_after_ninety_days_however_often_it_is_used()
    {
        var world = await World.On(site);
        var browser = await site.SignedInAsync(world.OrganiserPerson);
        for (var days = 0; days < 90; days += 10)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/netwerk")).StatusCode);
            site.Clock.Move(TimeSpan.FromDays(10));
        }

        site.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/netwerk")).StatusCode);
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

    private string CodeOf(string secret) => CodeApp.Code(secret, site.Clock.Utc);

    private static string SecretOn(Visitor visitor) =>
        visitor.Page.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// Gives the member a code app, as she does it on the page; its first code is of the minute before.
    /// </summary>
    private async Task<string> AppAsync(int person)
    {
        var visitor = new Visitor(await site.SignedInByLinkAsync(person));
        await visitor.Go("/team/tweede-stap");
        await visitor.Press("Begin met een app");
        var secret = SecretOn(visitor);
        await visitor.Press("Klaar", ("Form.Code", CodeOf(secret)));
        site.Clock.Move(TimeSpan.FromMinutes(1));
        return secret;
    }

    private static Task<HttpResponseMessage> GiveAsync(HttpClient browser, string code) =>
        browser.SendAsync("/team/tweede-stap", "/team/tweede-stap/code", ("Form.Code", code));

    private static Task<HttpResponseMessage> PostAsync(
        Visitor visitor,
        string path,
        params (string Name, string Value)[] fields
    ) =>
        visitor.Http.PostAsync(
            path,
            new FormUrlEncodedContent(
                fields
                    .Append(
                        (
                            "__RequestVerificationToken",
                            visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.ValueOf()
                        )
                    )
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
            )
        );

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
