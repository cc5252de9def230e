using System.Net;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>While the mail server refuses us: what the pages say, and how it ends.</summary>
public sealed class PauseTests : IAsyncLifetime
{
    private const string Path = "/beheer/versturen";
    private const string Quota =
        "550 Domain hogeschool.example has exceeded the max emails per hour (5/5 (100%)) allowed for "
        + "tafel@hogeschool.example.";
    private RefusingWorld world = null!;
    private string? refusal = Quota;

    public async Task InitializeAsync()
    {
        world = await RefusingWorld.NewAsync();
        world.Sink.Rule = (step, _) => step == SmtpStep.Dot ? refusal : null;
        await world.InviteAsync("anna@domein1.example", "bert@domein2.example");
        await world.PumpAsync();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData("/start")]
    [InlineData(Path)]
    [InlineData("/beheer/status")]
    public async Task Three_pages_say_once_what_happened_and_what_to_ask(string path)
    {
        var text = await world.PageAsync(path);

        Assert.Equal(2, text.Split("Er gaat nu geen mail weg.").Length);
        Assert.Contains("Vraag ICT hoeveel mails wij per uur", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alles doet het", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/beheer/status")]
    public async Task The_servers_own_words_are_folded_beneath_without_addresses(string path)
    {
        var page = (await (await world.World.SignIn()).Go(path)).Page;

        var folded = page.QuerySelectorAll("details")
            .Single(item => item.TextContent.Contains("Wat de mailserver zei", StringComparison.Ordinal));
        Assert.False(folded.HasAttribute("open"));
        Assert.Contains("max emails per hour", folded.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@", folded.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_do_anything_about_it_does_not_read_it_on_home()
    {
        Assert.Contains("geen mail weg", await world.PageAsync("/start"), StringComparison.Ordinal);
        await world.World.Member("Carla", "carla@hogeschool.example", TeamRole.Facilitator, world.World.Project);

        Assert.DoesNotContain(
            "geen mail weg",
            (await (await world.World.SignIn("carla@hogeschool.example")).Go("/start")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task No_mail_tells_of_it()
    {
        Assert.Contains("geen mail weg", await world.PageAsync("/start"), StringComparison.Ordinal);
        var before = await world.Site.Db(db => db.Mails.CountAsync());
        await world.PumpAsync(16);

        Assert.Equal(before, await world.Site.Db(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task Pressing_the_button_tries_one_mail_at_once()
    {
        var organiser = await (await world.World.SignIn()).Go(Path);
        await organiser.Press("Probeer het nu");
        await world.PumpAsync();
        Assert.Equal(2, world.Tries);
        Assert.Contains("Er gaat nu geen mail weg", (await organiser.Go(Path)).Text, StringComparison.Ordinal);

        refusal = null;
        await organiser.Press("Probeer het nu");
        await world.PumpAsync();

        Assert.Equal(["anna", "bert"], world.Taken.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("geen mail weg", (await organiser.Go(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_without_a_pause_changes_nothing()
    {
        var organiser = await (await world.World.SignIn()).Go(Path);
        refusal = null;
        await world.PumpAsync(16);

        await organiser.Press("Probeer het nu");

        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        Assert.DoesNotContain("geen mail weg", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_settings_end_it()
    {
        Assert.Contains("geen mail weg", await world.PageAsync("/start"), StringComparison.Ordinal);
        refusal = null;
        var organiser = await (await world.World.SignIn()).Go(Path);

        await organiser.Press("Bewaren en testmail sturen", ("Form.User", "site2"), ("Form.Password", "anders"));
        await world.PumpAsync();

        Assert.Equal(["petra"], world.Taken);
        Assert.DoesNotContain("geen mail weg", (await organiser.Go(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_settings_again_are_a_try()
    {
        var organiser = await (await world.World.SignIn()).Go(Path);

        await organiser.Press("Bewaren en testmail sturen");
        await world.PumpAsync();

        Assert.Equal(2, world.Tries);
        Assert.Contains("Er gaat nu geen mail weg", (await organiser.Go(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_try_is_another_mail_so_that_one_cannot_keep_it_going()
    {
        world.Sink.Rule = (step, about) =>
            step == SmtpStep.Dot && about.StartsWith("anna", StringComparison.Ordinal) ? refusal : null;

        await world.PumpAsync(16);

        Assert.Equal(["bert"], world.Taken);
    }

    [Fact]
    public async Task A_try_that_tells_nothing_costs_a_quarter_of_an_hour()
    {
        refusal = "451 4.3.0 later";
        await world.PumpAsync(16);
        Assert.Equal(2, world.Tries);
        await world.PumpAsync(14);
        Assert.Equal(2, world.Tries);

        refusal = null;
        await world.PumpAsync(2);

        Assert.Equal(2, world.Taken.Count);
    }

    [Fact]
    public async Task A_try_with_a_dead_address_goes_on_to_the_next_mail()
    {
        await world.InviteAsync("carla@domein3.example");
        world.Sink.Rule = (step, about) =>
            step == SmtpStep.Rcpt && about.StartsWith("bert", StringComparison.Ordinal) ? "550 5.1.1 unknown" : null;

        await world.PumpAsync(16);

        Assert.Equal(["bert"], await world.InState(MailState.Failed));
        Assert.Equal(["anna", "carla"], world.Taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task However_long_it_lasts_no_mail_fails_and_each_arrives_once()
    {
        for (var hours = 0; hours < 20 * 24; hours += 4)
        {
            await world.PumpAsync(241);
        }

        Assert.Equal(["anna", "bert"], await world.InState(MailState.Queued));
        Assert.DoesNotContain("mislukt", await world.PageAsync("/beheer/post"), StringComparison.Ordinal);

        refusal = null;
        await world.PumpAsync(241);
        Assert.Equal(["anna", "bert"], world.Taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_four_hours_the_site_is_not_ready_and_the_words_name_the_cause()
    {
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
        for (var hours = 0; hours < 5; hours++)
        {
            await world.PumpAsync(60);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync());
        var status = await world.PageAsync("/beheer/status");
        Assert.Contains("Er gaat nu geen mail weg", status, StringComparison.Ordinal);
        Assert.DoesNotContain("Kijk of de mailserver het doet", status, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> ReadyAsync() =>
        (await world.Site.CreateClient().GetAsync("/healthz/ready")).StatusCode;
}
