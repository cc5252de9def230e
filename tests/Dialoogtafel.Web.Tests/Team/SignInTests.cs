using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.Team.SignIn;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Team;

public sealed class SignInTests : IDisposable
{
    private const string Address = "anna@team.example";
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_member_signs_in_with_the_link_from_her_mail()
    {
        await AnnaAsync();
        var browser = site.Open();
        var link = await AskAsync(browser);

        var page = await browser.PageAsync(link);
        using var entered = await browser.SendAsync(page, link);

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/netwerk")).StatusCode);
    }

    [Fact]
    public async Task She_comes_back_to_the_page_that_asked_her_to_sign_in()
    {
        await AnnaAsync();
        var browser = site.Open();
        using var refused = await browser.GetAsync("/netwerk?perspectief=3");
        var link = await AskAsync(browser, refused.Headers.Location!.OriginalString);

        using var entered = await browser.PostAsync(link, null);

        Assert.Equal("/netwerk?perspectief=3", entered.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: b=c")]
    public async Task The_way_back_never_leads_to_another_site(string wanted)
    {
        await AnnaAsync();
        var browser = site.Open();
        var link = await AskAsync(browser, $"/team/inloggen?terug={Uri.EscapeDataString(wanted)}");

        using var entered = await browser.PostAsync(link, null);

        Assert.Equal("/start", entered.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Another_browser_gets_a_code_to_type_in_the_browser_that_asked()
    {
        await AnnaAsync();
        var (browser, phone) = (site.Open(), site.Open());
        var link = await AskAsync(browser);

        Assert.Null((await phone.PageAsync(link)).QuerySelector(".code"));
        using var shown = await phone.PostAsync(link, null);
        var code = (await shown.PageAsync()).QuerySelector(".code")!.TextContent;
        using var entered = await browser.SendAsync("/team/inloggen/verstuurd", "/team/inloggen/code", ("Code", code));

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/netwerk")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/netwerk")).StatusCode);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_too_late()
    {
        await AnnaAsync();
        var browser = site.Open();
        var link = await AskAsync(browser);
        using var shown = await site.Open().PostAsync(link, null);
        var code = (await shown.PageAsync())
            .QuerySelector(".code")!
            .TextContent.Replace(" ", "", StringComparison.Ordinal);
        var wrong = code == "00000000" ? "11111111" : "00000000";
        var page = await browser.PageAsync("/team/inloggen/verstuurd");

        var tries = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => browser.SendAsync(page, "/team/inloggen/code", ("Code", wrong)))
        );
        using var late = await browser.SendAsync(page, "/team/inloggen/code", ("Code", code));

        Assert.All(tries, one => Assert.Equal(HttpStatusCode.OK, one.StatusCode));
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Contains("Deze code klopt niet", (await late.PageAsync()).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_link_is_dead()
    {
        await AnnaAsync();
        var browser = site.Open();
        var link = await AskAsync(browser);
        using var first = await browser.PostAsync(link, null);
        var fresh = await browser.GetAsync(link);

        using var second = await browser.PostAsync(link, null);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (fresh.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task A_link_is_dead_after_thirty_minutes()
    {
        await AnnaAsync();
        var browser = site.Open();
        var link = await AskAsync(browser);

        site.Clock.Move(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).StatusCode);
        site.Clock.Move(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(link, null)).StatusCode);
    }

    [Fact]
    public async Task A_scanner_that_looks_at_the_link_changes_nothing()
    {
        await AnnaAsync();
        var browser = site.Open();
        var link = await AskAsync(browser);
        var before = await StateAsync();

        for (var time = 0; time < 3; time++)
        {
            await browser.GetAsync(link);
            await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
            await site.Open().GetAsync(link);
        }

        Assert.Equal(before, await StateAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(link, null)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_reads_the_same_and_gets_nothing()
    {
        await AnnaAsync();
        var former = await site.MemberAsync("bert", (TeamRole.CoResearcher, await site.ProjectAsync("Ander")));
        await site.Db(async db =>
        {
            (await db.Memberships.SingleAsync(item => item.PersonId == former)).End(site.Clock.Utc);
            await db.SaveChangesAsync();
        });

        var known = await AnswerAsync(Address);

        Assert.Equal(known, await AnswerAsync("niemand@team.example"));
        Assert.Equal(known, await AnswerAsync("bert@team.example"));
        await site.Run<MailPump>();
        Assert.Single(MailBox.To(site, Address));
        Assert.Empty(MailBox.To(site, "niemand@team.example"));
        Assert.Empty(MailBox.To(site, "bert@team.example"));
    }

    [Fact]
    public async Task More_than_five_links_in_ten_minutes_are_not_mailed()
    {
        await AnnaAsync();
        for (var time = 0; time < SignInDesk.MaxLinks + 3; time++)
        {
            await AnswerAsync(Address);
        }

        await site.Run<MailPump>();
        Assert.Equal(SignInDesk.MaxLinks, MailBox.To(site, Address).Count);

        site.Clock.Move(TimeSpan.FromMinutes(11));
        await AnswerAsync(Address);
        await site.Run<MailPump>();
        Assert.Equal(SignInDesk.MaxLinks + 1, MailBox.To(site, Address).Count);
    }

    [Fact]
    public async Task The_link_goes_to_the_sign_in_address_whatever_a_colleague_typed_on_the_persons_page()
    {
        var anna = await AnnaAsync();
        await site.Db(async db =>
        {
            (await db.Persons.SingleAsync(item => item.Id == anna)).Email = "elders@ander.example";
            await db.SaveChangesAsync();
        });

        await AnswerAsync(Address);
        await site.Run<MailPump>();

        Assert.Single(MailBox.To(site, Address));
        Assert.Empty(MailBox.To(site, "elders@ander.example"));
    }

    [Fact]
    public async Task A_former_member_is_out_with_her_old_cookie()
    {
        var anna = await AnnaAsync();
        var browser = await site.SignedInAsync(anna);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/netwerk")).StatusCode);

        await site.Db(async db =>
        {
            (await db.Memberships.SingleAsync(item => item.PersonId == anna)).End(site.Clock.Utc);
            await db.SaveChangesAsync();
        });

        using var refused = await browser.GetAsync("/netwerk");
        Assert.StartsWith("/team/inloggen", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_kills_the_cookie_that_stayed_behind()
    {
        var anna = await AnnaAsync();
        var (browser, other) = (await site.SignedInAsync(anna), await site.SignedInAsync(anna));

        using var left = await browser.SendAsync("/netwerk", "/team/uitloggen");

        Assert.Equal("/", left.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/netwerk")).StatusCode);
    }

    [Fact]
    public async Task The_sign_in_pages_have_no_menu()
    {
        var browser = site.Open();

        Assert.Null((await browser.PageAsync("/team/inloggen")).QuerySelector("nav"));
        Assert.Null((await browser.PageAsync("/team/inloggen/verstuurd")).QuerySelector("nav"));
        Assert.Null((await browser.PageAsync("/team/in/onbekend", HttpStatusCode.NotFound)).QuerySelector("nav"));
    }

    private async Task<int> AnnaAsync() =>
        await site.MemberAsync("anna", (TeamRole.Organiser, await site.ProjectAsync("Werk")));

    private async Task<string> AskAsync(HttpClient browser, string page = "/team/inloggen")
    {
        using var sent = await browser.SendAsync(page, "/team/inloggen", ("Email", Address));
        Assert.Equal("/team/inloggen/verstuurd", sent.Headers.Location!.OriginalString);
        await site.Run<MailPump>();
        return MailBox.To(site, Address)[^1].LinkTo("/team/in/");
    }

    /// <summary>Status, target and page: all that a stranger sees.</summary>
    private async Task<string> AnswerAsync(string address)
    {
        var browser = site.Open();
        using var sent = await browser.SendAsync("/team/inloggen", "/team/inloggen", ("Email", address));
        return $"{sent.StatusCode} {sent.Headers.Location} "
            + $"{(await browser.PageAsync(sent.Headers.Location!.OriginalString)).Words()}";
    }

    private Task<string> StateAsync() =>
        site.Db(async db =>
            string.Join(
                '|',
                (await db.SignInRequests.AsNoTracking().OrderBy(item => item.Id).ToListAsync()).Select(item =>
                    $"{item.Id} {item.UsedAt} {item.CodeTries}"
                )
            )
        );
}
