using System.Net;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

public sealed class SendingTests : SendingFixture
{
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
    public async Task On_localhost_a_confirmed_test_still_reaches_only_team_and_allow_list()
    {
        await using var site = new Site();
        var (client, _, _) = await site.OwnTeamAsync();
        await ConfirmAsync(site, client, "http://localhost:5080");
        await MailToAsync(site, Outsider);

        await site.Run<MailPump>();

        Assert.DoesNotContain(Outsider, Recipients());
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

    private async Task ConfirmAsync(Site site, HttpClient client, string address = "https://tafel.example")
    {
        await SetAsync(client, ("Form.BaseAddress", address));
        await site.Run<MailPump>();
        using var on = await client.SendAsync(Path, Path + "/aan");
        Assert.Equal(HttpStatusCode.Found, on.StatusCode);
        site.Clock.Move(TimeSpan.FromMinutes(1));
    }

    private List<string> Recipients() => [.. sink.Mails.SelectMany(mail => mail.To)];
}
