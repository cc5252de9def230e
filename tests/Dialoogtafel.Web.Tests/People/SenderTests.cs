using System.Net;
using Dialoogtafel.Web.Hosting;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>The address of the sender: in ASCII over the wire, and never a page that breaks (K-A3).</summary>
public sealed class SenderTests : IAsyncLifetime
{
    private const string Path = "/beheer/versturen";
    private readonly SmtpSink sink = new();
    private readonly Site site = new();

    [Theory]
    [InlineData("post@café.example")]
    [InlineData("Post <post@xn--caf-dma.example>")]
    public async Task A_sender_with_letters_of_its_own_is_sent_in_ascii_and_can_be_confirmed(string typed)
    {
        var (client, _, _) = await site.OwnTeamAsync();

        using var saved = await SaveAsync(client, typed);
        await site.Run<MailPump>();
        using var on = await client.SendAsync(Path, Path + "/aan");

        Assert.Equal((HttpStatusCode.Found, "/start"), (on.StatusCode, on.Headers.Location?.OriginalString));
        var mail = Assert.Single(sink.Mails);
        Assert.Equal("post@xn--caf-dma.example", mail.From);
        Assert.Matches(@"(?m)^From: .*<post@xn--caf-dma\.example>\r?$", mail.Text);
        Assert.Matches(@"(?m)^Message-ID: <[0-9a-f]{32}@xn--caf-dma\.example>\r?$", mail.Text);
        Assert.Equal(
            "post@café.example",
            await site.Db(db => db.Installation.Select(item => item.MailFrom).SingleAsync())
        );
        Assert.Contains("Versturen staat aan", (await client.PageAsync(Path)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_sender_that_does_not_pass_breaks_no_page_and_the_pages_say_what_to_mend()
    {
        var world = await World.On(site);
        var bram = await world.Invite("Bram", "Ervaringsdeskundige", "bram@voorbeeld.example", approached: false);
        var guest = await world.Invite("Greet", "Ervaringsdeskundige", "greet@voorbeeld.example");
        var client = (await world.SignIn()).Http;
        await site.Db(db =>
            db.Database.ExecuteSqlAsync($"UPDATE Installation SET MailFrom = {"post@voor_beeld.example"}")
        );

        foreach (var path in new[] { Path, "/beheer/status" })
        {
            var words = (await client.PageAsync(path)).Words();
            Assert.Contains("Het stuk na de @ klopt niet.", words, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/start", "/beheer/post", $"/uitnodigingen/{bram}/voorbeeld/mail" })
        {
            await client.PageAsync(path);
        }

        // No mail about a table leaves with a made-up sender: the page leads to where it is mended.
        var asked = await client.PageAsync($"/uitnodigingen/{bram}/voorbeeld");
        Assert.Contains(asked.QuerySelectorAll("main a"), link =>
            link.GetAttribute("href")!.StartsWith(Path, StringComparison.Ordinal)
        );
        using var again = await site.Open().FillAsync("/link-opnieuw", ("Form.Address", "greet@voorbeeld.example"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        var answer = await new Visitor(site.Open()).Go(await world.LinkOf(guest));
        await (await answer.Go(answer.Address.AbsolutePath + "/antwoord")).Press(
            "Verstuur mijn antwoord",
            ("Form.Answer", "No")
        );
        Assert.Equal(HttpStatusCode.OK, answer.Status);

        using var refused = await SaveAsync(client, "post@voor_beeld.example");
        Assert.Contains(
            "na de @",
            (await refused.PageAsync()).GetElementById("Form_From-error")!.Words(),
            StringComparison.Ordinal
        );
        using var mended = await SaveAsync(client, "post@voorbeeld.example");
        Assert.Equal(HttpStatusCode.Found, mended.StatusCode);
        Assert.DoesNotContain(
            "De afzender klopt niet",
            (await client.PageAsync(Path)).Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_sender_in_the_file_that_does_not_pass_is_named_before_the_first_request()
    {
        var options = new InstallationOptions
        {
            Smtp = { Host = "mail.voorbeeld.example", From = "post@voor_beeld.example" },
        };

        Assert.Contains(
            "Smtp:From klopt niet. Het stuk na de @",
            Assert.Throws<InvalidOperationException>(() => Startup.Check(options)).Message,
            StringComparison.Ordinal
        );
        options.Smtp.From = "Post@café.example";
        Startup.Check(options);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await sink.DisposeAsync();
    }

    private Task<HttpResponseMessage> SaveAsync(HttpClient client, string sender) =>
        client.SendAsync(
            Path,
            Path,
            ("Form.Route", "Smtp"),
            ("Form.Host", "127.0.0.1"),
            ("Form.Port", sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Form.Security", "None"),
            ("Form.BaseAddress", "https://tafel.example"),
            ("Form.From", sender)
        );
}
