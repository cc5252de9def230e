using System.Net;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.AfterTable;

/// <summary>The report: made, edited, agreed, sent, read (R-082, R-100, M-15).</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task It_is_compiled_from_what_is_known_and_names_only_who_gave_her_name()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna", "Bram");
        await table.GiveAsync("Anna", ContactField.Name);
        await table.GiveAsync("Bram", ContactField.Phone);
        await (await table.LookBackOf("Bram")).Press(
            "Verstuur mijn antwoord",
            ("Form.Outcome", "Yes"),
            ("Form.Words", "alleen voor het team")
        );
        var organiser = await NotedAsync(table);

        await organiser.Go(table.Path("verslag"));
        await organiser.Press("Maak het verslag");

        var body = organiser.Page.QuerySelector("article.report")!;
        Assert.Equal(
            [
                "Waar het over ging",
                "Wie er waren",
                "Dit komt eerst",
                "Kansen",
                "Knelpunten",
                "Kreeg iedereen waarvoor zij kwam?",
                "Hoe het verder gaat",
                "Wat aan tafel gezegd is",
            ],
            body.QuerySelectorAll("h2").Select(item => item.Words())
        );
        Assert.Contains("2 deelnemers waren er. Met naam: Anna. En: 1 ander.", body.Words(), StringComparison.Ordinal);
        Assert.Contains("geen *terugbel* <b>moment</b> (knelpunt)", body.Words(), StringComparison.Ordinal);
        Assert.Contains(
            "1 van de 2 deelnemers zeiden het: 1 ja, 0 een beetje, 0 nee.",
            body.Words(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Bram", body.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ervaringsdeskundige", body.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alleen voor het team", body.Words(), StringComparison.Ordinal);
        Assert.Null(body.QuerySelector("b"));
    }

    [Fact]
    public async Task What_is_still_missing_is_named_and_nothing_else()
    {
        using var site = new Site();
        var table = await BeenTable.On(site);
        var organiser = await table.World.SignIn();
        var page = $"/bijeenkomsten/{table.World.Table}";
        await organiser.Go(table.Path("verslag"));
        Assert.Contains(
            "Vul eerst aan wat nog mist: wie er was, de notities.",
            organiser.Text,
            StringComparison.Ordinal
        );

        await table.TickAsync("Anna");
        await organiser.Go(table.Path("verslag"));
        Assert.Contains("Vul eerst aan wat nog mist: de notities.", organiser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(organiser.Page.QuerySelectorAll("main p a"), link =>
            link.GetAttribute("href") == $"{page}/afloop"
        );

        organiser = await NotedAsync(table);
        Assert.DoesNotContain(
            "Vul eerst aan",
            (await organiser.Go(table.Path("verslag"))).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Both_facilitators_agree_under_their_own_name_and_a_change_takes_it_back()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        var organiser = await MadeAsync(table);
        Assert.DoesNotContain(organiser.Page.QuerySelectorAll("button"), button => button.Words() == "Ik ben akkoord");
        await AgreeAsync(table, PreparedTable.Fenna);
        await AgreeAsync(table, PreparedTable.Gijs);
        Assert.Contains(
            "Kijk wie het krijgt",
            (await organiser.Go(table.Path("verslag"))).Text,
            StringComparison.Ordinal
        );

        await organiser.Follow("Verslag veranderen");
        await organiser.Press(
            "Bekijk hoe het wordt",
            ("Form.Text", "## Kop\n\nNieuwe zin [link](javascript:alert(1)) ![x](https://x.example/x.png)")
        );
        Assert.Equal("Nieuwe zin link x", organiser.Page.QuerySelector("#voorbeeld article p")!.Words());
        Assert.Empty(organiser.Page.QuerySelectorAll("#voorbeeld article a, #voorbeeld article img"));
        await organiser.Press("Bewaren");

        Assert.Contains("er is weer akkoord nodig", organiser.Text, StringComparison.Ordinal);
        await AgreeAsync(table, PreparedTable.Fenna);
        await organiser.Go(table.Path("verslag"));
        await organiser.Press(
            "Geef akkoord namens een ander",
            ("Form.Facilitator", $"{await PersonAsync(site, PreparedTable.Gijs)}")
        );
        Assert.Contains(
            "Schrijf op waarom u namens een ander akkoord geeft.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await organiser.Press("Geef akkoord namens een ander", ("Form.Reason", "is niet bereikbaar"));
        Assert.Contains("akkoord namens Gijs: is niet bereikbaar", organiser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_by_personal_link_to_who_was_there_or_thought_along_and_a_passed_on_link_shows_it_alone()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        var organiser = await MadeAsync(table);
        await organiser.Go(table.Path("verslag/verzending"));
        Assert.Contains(
            "Het verslag kan pas weg als beide begeleiders akkoord zijn.",
            organiser.Text,
            StringComparison.Ordinal
        );
        await AgreeAsync(table, PreparedTable.Fenna);
        await AgreeAsync(table, PreparedTable.Gijs);
        await organiser.Go(table.Path("verslag/verzending"));
        Assert.Contains("Naar: Anna en Cor.", organiser.Text, StringComparison.Ordinal);
        Assert.Contains("Geen mail: Bram. Reden: was er niet.", organiser.Text, StringComparison.Ordinal);

        await organiser.Press("Ja, naar 2 mensen");
        Assert.Empty(await table.SentAsync("verslag"));
        await table.PumpAsync();

        var sent = await table.SentAsync("verslag");
        Assert.Equal(["anna@voorbeeld.example", "cor@voorbeeld.example"], sent.Select(mail => mail.Recipient).Order());
        Assert.Contains(
            "In het verslag leest u wat ermee gedaan is.",
            sent.Single(mail => mail.Recipient[0] == 'c').Text,
            StringComparison.Ordinal
        );
        var link = (await site.MailsAsync())
            .Single(mail => mail.Row.Kind == "verslag" && mail.Row.Recipient[0] == 'a')
            .Links.Single(item => item.AbsolutePath.StartsWith("/v/", StringComparison.Ordinal));
        var reader = await new Visitor(site.Open()).Go(link.AbsolutePath);
        Assert.StartsWith("/verslag/", reader.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Waar het over ging", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/mijn-tafel", reader.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await new Visitor(site.Open()).Go(reader.Address.AbsolutePath)).Status);

        var own = await new Visitor(site.Open()).Go(await table.World.LinkOf(table["Anna"]));
        await own.Follow("Verslag lezen");
        Assert.Contains("Waar het over ging", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Verslag lezen",
            (await new Visitor(site.Open()).Go(await table.World.LinkOf(table["Bram"]))).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_can_be_taken_back_within_the_window_sent_again_and_a_correction_is_a_next_version()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        var organiser = await MadeAsync(table);
        await SendAsync(table, organiser, 2);
        await organiser.Press("Haal het verslag terug");
        Assert.Contains("Alles is teruggehaald.", organiser.Text, StringComparison.Ordinal);
        await table.PumpAsync();
        Assert.Empty(await table.SentAsync("verslag"));
        Assert.DoesNotContain(
            "Verslag lezen",
            (await new Visitor(site.Open()).Go(await table.World.LinkOf(table["Anna"]))).Text,
            StringComparison.Ordinal
        );

        await SendAsync(table, organiser, 2);
        await table.PumpAsync();
        Assert.Equal(2, (await table.SentAsync("verslag")).Count);
        await organiser.Go(table.Path("verslag/verzending"));
        Assert.Contains(
            "Er is niemand die dit verslag nog per mail kan krijgen.",
            organiser.Text,
            StringComparison.Ordinal
        );

        await organiser.Go(table.Path("verslag/tekst"));
        await organiser.Press("Bewaren", ("Form.Text", "Verbeterde tekst."));
        var reader = await new Visitor(site.Open()).Go(await table.World.LinkOf(table["Anna"]) + "/verslag");
        Assert.DoesNotContain("Verbeterde tekst.", reader.Text, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromDays(1));
        await SendAsync(table, organiser, 2);
        await table.PumpAsync();
        Assert.Equal(
            4,
            await site.Db(db => db.Mails.CountAsync(mail => mail.Kind == "verslag" && mail.State == MailState.Sent))
        );
    }

    [Fact]
    public async Task A_test_mail_to_oneself_opens_the_text_as_it_stands_and_nobody_else_gets_anything()
    {
        using var site = new Site();
        var table = await BeenTable.On(site, "Anna");
        var organiser = await MadeAsync(table);
        await organiser.Press("Stuur een proefmail");
        await site.Run<MailPump>();

        var mail = Assert.Single(await site.MailsAsync(), item => item.Row.Kind == "verslag");
        Assert.Equal(World.Organiser, mail.Row.Recipient);
        Assert.Contains(
            "Dit is een proef.",
            (
                await new Visitor(site.Open()).Go(
                    mail.Links.Single(item =>
                        item.AbsolutePath.StartsWith("/v/", StringComparison.Ordinal)
                    ).AbsolutePath
                )
            ).Text,
            StringComparison.Ordinal
        );
    }

    private static async Task<Visitor> NotedAsync(PreparedTable table)
    {
        var organiser = await (await table.World.SignIn()).Go(table.Path("notities"));
        await organiser.Press(
            "Bewaar de notities",
            ("Form.Lines", "kans: een jobcoach\nknelpunt: geen *terugbel* <b>moment</b>")
        );
        return await organiser.Press("Prioriteit: geen");
    }

    private static async Task<Visitor> MadeAsync(PreparedTable table) =>
        await (await (await table.World.SignIn()).Go(table.Path("verslag"))).Press("Maak het verslag");

    private static async Task AgreeAsync(PreparedTable table, string who) =>
        await (await (await table.World.SignIn(who)).Go(table.Path("verslag"))).Press("Ik ben akkoord");

    private static async Task SendAsync(PreparedTable table, Visitor organiser, int people)
    {
        foreach (var who in new[] { PreparedTable.Fenna, PreparedTable.Gijs })
        {
            var facilitator = await (await table.World.SignIn(who)).Go(table.Path("verslag"));
            if (facilitator.Text.Contains("Ik ben akkoord", StringComparison.Ordinal))
            {
                await facilitator.Press("Ik ben akkoord");
            }
        }

        await organiser.Go(table.Path("verslag/verzending"));
        await organiser.Press($"Ja, naar {people} mensen");
    }

    private static Task<int> PersonAsync(Site site, string mail) =>
        site.Db(db => db.Persons.Where(item => item.Email == mail).Select(item => item.Id).SingleAsync());
}
