using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>The page on which sending is set: what it shows, keeps, refuses and never tells.</summary>
public sealed class SendingPageTests : SendingFixture
{
    [Fact]
    public async Task The_page_is_filled_in_as_far_as_it_can_be()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();

        var page = await client.PageAsync(Path);

        Assert.Equal("587", Value(page, "Form_Port"));
        Assert.Equal("anna@team.example", Value(page, "Form_From"));
        Assert.Equal("http://localhost:5080", Value(page, "Form_BaseAddress"));
        Assert.Equal("StartTls", ((AngleSharp.Html.Dom.IHtmlSelectElement)page.GetElementById("Form_Security")!).Value);
        Assert.Contains("werken alleen op deze computer", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_in_plain_words()
    {
        sink.At(SmtpStep.Auth, new SinkAct.Say("535 5.7.8 bad credentials"));
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await SetAsync(client, ("Form.User", "anna"), ("Form.Password", "geheim-van-anna"));
        await site.Run<MailPump>();

        var page = await client.PageAsync(Path);

        Assert.Contains("Vaak klopt de gebruiker of het wachtwoord niet", page.Words(), StringComparison.Ordinal);
        Assert.Contains("535", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Forms, form => form.GetAttribute("action") == Path + "/aan");
    }

    [Fact]
    public async Task The_password_is_kept_sealed_and_never_shown_and_never_given_to_another_server()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await SetAsync(client, ("Form.User", "anna"), ("Form.Password", "geheim-van-anna"));

        var html = await client.GetStringAsync(Path);
        using var kept = await client.SendAsync(Path, Path, ("Form.Password", ""));
        using var moved = await client.SendAsync(Path, Path, ("Form.Host", "localhost"), ("Form.Password", ""));

        Assert.DoesNotContain("geheim-van-anna", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, kept.StatusCode);
        Assert.Equal(
            "geheim-van-anna",
            site.Services.GetRequiredService<FieldCipher>().Open((await RowAsync(site)).SmtpPassword!)
        );
        Assert.Contains("Typ het wachtwoord opnieuw", (await moved.PageAsync()).Words(), StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", (await RowAsync(site)).SmtpHost);
    }

    [Fact]
    public async Task Plain_http_on_a_network_keeps_sending_off_and_says_how_to_get_https()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await SetAsync(client, ("Form.BaseAddress", "http://tafel.example"));
        await site.Run<MailPump>();

        var page = await client.PageAsync(Path);

        Assert.Contains("Zo krijgt u https", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.Forms, form => form.GetAttribute("action") == Path + "/aan");
    }

    [Theory]
    [InlineData("Form.Host", "geen naam!", "Vul de naam van de mailserver in")]
    [InlineData("Form.Port", "70000", "getal van 1 tot en met 65535")]
    [InlineData("Form.From", "anna", "hoort een @")]
    [InlineData("Form.BaseAddress", "https://tafel.example/pad", "zonder iets erachter")]
    [InlineData("Form.AllowList", "goed@voorbeeld.example\nfout", "Adres 2: In dit mailadres hoort een @")]
    public async Task A_mistake_is_told_beside_its_field_and_nothing_typed_is_lost(
        string field,
        string typed,
        string words
    )
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();

        using var answer = await client.SendAsync(Path, Path, Good((field, typed)));
        var page = await answer.PageAsync();

        Assert.Contains(words, page.Words(), StringComparison.Ordinal);
        var box = page.QuerySelector($"[name='{field}']")!;
        Assert.Equal(typed, box.GetAttribute("value") ?? box.TextContent);
        Assert.Null((await RowAsync(site)).TestMailSentAt);
    }

    [Fact]
    public async Task Mail_may_stay_on_this_computer()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        using var saved = await client.SendAsync(Path, Path, ("Form.Route", "Folder"));
        await MailToAsync(site, Outsider);

        await site.Run<MailPump>();

        Assert.Equal(2, Directory.GetFiles(site.MailFolder, "*.eml").Length);
        Assert.Empty(sink.Commands);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task The_way_back_stays_on_this_site(string terug)
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await SetAsync(client);
        await site.Run<MailPump>();

        using var on = await client.SendAsync(Path, Path + "/aan", ("Terug", terug));

        Assert.Equal("/start", on.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData(TeamRole.CoResearcher, HttpStatusCode.NotFound)]
    [InlineData(TeamRole.Facilitator, HttpStatusCode.NotFound)]
    [InlineData(TeamRole.Administrator, HttpStatusCode.OK)]
    public async Task Only_organisers_and_administrators_set_mail(TeamRole role, HttpStatusCode expected)
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync(role);

        using var answer = await client.GetAsync(Path);

        Assert.Equal(expected, answer.StatusCode);
    }
}
