using System.Net;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Sending;

public sealed class SendingTests : IAsyncLifetime
{
    private const string Path = "/beheer/versturen";
    private const string Outsider = "bram@voorbeeld.example";
    private readonly SmtpSink sink = new();

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
    public async Task A_fresh_installation_mails_nobody_outside_until_the_test_is_confirmed()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await MailToAsync(site, Outsider);

        await SetAsync(client);
        await site.Run<MailPump>();
        Assert.Equal(["anna@team.example"], Recipients());

        using var on = await client.SendAsync(Path + "?terug=/uitnodigingen/7", Path + "/aan");
        await site.Run<MailPump>();

        Assert.Equal("/uitnodigingen/7", on.Headers.Location!.ToString());
        Assert.Equal(["anna@team.example", Outsider], Recipients());
    }

    [Fact]
    public async Task With_the_rule_off_the_mail_would_have_gone_out()
    {
        await using var site = new Site().With(OnFromTheStart.Sabotage);
        var (client, _, _) = await site.OwnTeamAsync();
        await MailToAsync(site, Outsider);

        await SetAsync(client);
        await site.Run<MailPump>();

        Assert.Contains(Outsider, Recipients());
    }

    [Fact]
    public async Task A_held_mail_stays_queued_and_lets_the_others_pass()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await SetAsync(client, ("Form.AllowList", "proef@voorbeeld.example"));
        await MailToAsync(site, Outsider);
        await MailToAsync(site, "proef@voorbeeld.example");

        await site.Run<MailPump>();

        Assert.Contains("proef@voorbeeld.example", Recipients());
        var held = await site.Db(db => db.Mails.SingleAsync(mail => mail.Recipient == Outsider));
        Assert.Equal((MailState.Queued, 0), (held.State, held.Attempts));
    }

    [Theory]
    [InlineData("Form.From", "ander@voorbeeld.example")]
    [InlineData("Form.BaseAddress", "https://anders.example")]
    [InlineData("Form.Host", "localhost")]
    public async Task Another_server_sender_or_address_needs_a_new_test(string field, string value)
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await ConfirmAsync(site, client);
        Assert.NotNull((await RowAsync(site)).SendingOnAt);

        using var changed = await client.SendAsync(Path, Path, (field, value));

        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Null((await RowAsync(site)).SendingOnAt);
        await MailToAsync(site, Outsider);
        await site.Run<MailPump>();
        Assert.DoesNotContain(Outsider, Recipients());
    }

    [Fact]
    public async Task The_same_settings_again_leave_sending_on()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await ConfirmAsync(site, client);

        using var again = await client.SendAsync(Path, Path, ("Form.AllowList", "proef@voorbeeld.example"));

        Assert.NotNull((await RowAsync(site)).SendingOnAt);
    }

    [Fact]
    public async Task A_server_in_the_file_is_locked_and_needs_its_own_test()
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
        await using (var page = new Site { Folder = folder, RemoveFolder = false })
        {
            var (client, _, _) = await page.OwnTeamAsync();
            await ConfirmAsync(page, client);
        }

        await using var fixedSink = new SmtpSink();
        await using var site = new Site { Folder = folder }
            .With("Smtp:Host", "127.0.0.1")
            .With("Smtp:Port", Number(fixedSink.Port))
            .With("Smtp:Security", "None")
            .With("Smtp:From", "vast@voorbeeld.example")
            .With("BaseAddress", "https://tafel.example");
        var (second, _, _) = await site.OwnTeamAsync(firstName: "Bea");
        await MailToAsync(site, Outsider);
        await site.Run<MailPump>();
        Assert.DoesNotContain(fixedSink.Mails, mail => mail.To.Contains(Outsider));

        var shown = await second.PageAsync(Path);
        Assert.Null(shown.GetElementById("Form_Host"));
        Assert.Null(shown.GetElementById("Form_From"));
        Assert.Contains("staat vast", shown.Words(), StringComparison.Ordinal);
        using var saved = await second.SendAsync(Path, Path, ("Form.Host", "evil.example"));
        await site.Run<MailPump>();
        using var on = await second.SendAsync(Path, Path + "/aan");
        await site.Run<MailPump>();

        Assert.Equal("/start", on.Headers.Location!.ToString());
        Assert.Contains(fixedSink.Mails, mail => mail.To.Contains(Outsider) && mail.From == "vast@voorbeeld.example");
    }

    [Fact]
    public async Task Sending_cannot_be_switched_on_before_the_server_took_the_test()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await SetAsync(client);
        await site.Run<MailPump>();
        var token = (await client.PageAsync(Path))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        site.Clock.Move(TimeSpan.FromMinutes(1));
        await SetAsync(client);

        using var answer = await client.PostAsync(
            Path + "/aan",
            new FormUrlEncodedContent([new("__RequestVerificationToken", token)])
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null((await RowAsync(site)).SendingOnAt);
        Assert.Contains("kan nog niet aan", (await answer.PageAsync()).Words(), StringComparison.Ordinal);
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

    [Fact]
    public async Task On_localhost_a_confirmed_test_still_reaches_only_team_and_allow_list()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await ConfirmAsync(site, client, "http://localhost:5080");
        await MailToAsync(site, Outsider);

        await site.Run<MailPump>();

        Assert.DoesNotContain(Outsider, Recipients());
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

    [Fact]
    public async Task A_change_while_the_pump_runs_counts_for_the_very_next_mail()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await ConfirmAsync(site, client);
        await MailToAsync(site, "een@voorbeeld.example");
        await MailToAsync(site, "twee@voorbeeld.example");
        sink.At(SmtpStep.Rcpt, new SinkAct.Drip("250 ok", TimeSpan.FromMilliseconds(300)));

        var pump = site.Run<MailPump>();
        while (!sink.Commands.Any(line => line.Contains("een@voorbeeld", StringComparison.Ordinal)))
        {
            await Task.Delay(10);
        }

        using var off = await client.SendAsync(Path, Path + "/uit");
        Assert.True(await pump);

        Assert.Contains("een@voorbeeld.example", Recipients());
        Assert.DoesNotContain("twee@voorbeeld.example", Recipients());
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

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await sink.DisposeAsync();

    private (string Name, string Value)[] Good(params (string Name, string Value)[] changes) =>
        [
            .. new[]
            {
                ("Form.Route", "Smtp"),
                ("Form.Host", "127.0.0.1"),
                ("Form.Port", Number(sink.Port)),
                ("Form.Security", "None"),
                ("Form.BaseAddress", "https://tafel.example"),
            }.ExceptBy(changes.Select(change => change.Name), field => field.Item1),
            .. changes,
        ];

    private async Task SetAsync(HttpClient client, params (string, string)[] changes)
    {
        using var answer = await client.SendAsync(Path, Path, Good(changes));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private async Task ConfirmAsync(Site site, HttpClient client, string address = "https://tafel.example")
    {
        await SetAsync(client, ("Form.BaseAddress", address));
        await site.Run<MailPump>();
        using var on = await client.SendAsync(Path, Path + "/aan");
        Assert.Equal(HttpStatusCode.Found, on.StatusCode);
        site.Clock.Move(TimeSpan.FromMinutes(1));
    }

    private static async Task MailToAsync(Site site, string address)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        await scope
            .ServiceProvider.GetRequiredService<MailOutbox>()
            .AddAsync(
                new Letter
                {
                    Text = new WelcomeToTeamMail
                    {
                        FirstName = "Bram",
                        Project = "Werk",
                        AddedBy = "Anna",
                        Link = new Uri("https://tafel.example/start"),
                    },
                    To = new Person { FirstName = "Bram", Email = address },
                    Key = $"proef:{address}",
                }
            );
        await db.SaveChangesAsync();
    }

    private List<string> Recipients() => [.. sink.Mails.SelectMany(mail => mail.To)];

    private static Task<InstallationSettings> RowAsync(Site site) =>
        site.Db(db => db.Installation.AsNoTracking().SingleAsync());

    private static string? Value(AngleSharp.Dom.IDocument page, string id) =>
        page.GetElementById(id)!.GetAttribute("value");

    private static string Number(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
