using System.Net;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Team;

/// <summary>S10, S11: the codes and the keys themselves.</summary>
public sealed class SecondStepKeysTests : SecondStepFixture
{
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
}
