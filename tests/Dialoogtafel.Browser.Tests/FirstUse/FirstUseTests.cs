using System.Globalization;
using System.Text.RegularExpressions;
using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Dialoogtafel.Browser.Tests.FirstUse;

/// <summary>
/// The first five minutes (D-15), from an empty machine to an answer on the board: a real site, a real mail server,
/// two real browsers.
/// </summary>
[Collection("Stories")]
public sealed partial class FirstUseTests(Rig.Browser browser, MailServer mail, ITestOutputHelper output)
    : IClassFixture<MailServer>
{
    const string Me = "anna@tafel.example";
    const string Guest = "bert@deelnemer.example";
    const string OwnSentence = "Ik hoorde u vorige week over uw werk vertellen. Dat bleef mij bij.";

    [FirstUseFact]
    public async Task From_an_empty_machine_to_an_answer_on_the_board_by_the_one_button_of_each_page()
    {
        await using var site = new RunningSite(
            ("Dialoogtafel__RecallSeconds", "2"),
            ("Dialoogtafel__TimeZone", ZoneWithDaylight()),
            ("SSL_CERT_FILE", mail.Authority)
        );
        var page = await browser.NewPage();
        var walk = new FirstUse(page);

        await walk.OpenAsync(await site.FirstLinkAsync());
        await walk.StepAsync(
            ("Voornaam", "Anna"),
            ("Achternaam", "de Wit"),
            ("Mailadres", Me),
            ("Organisatie", "Samen Verder"),
            ("Telefoonnummer", "06 12 34 56 78")
        );
        await walk.StepAsync();
        await walk.StepAsync(
            ("Onderwerp", "werk zoeken en houden"),
            (
                "Datum van tafel 1",
                TimeProvider.System.GetLocalNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ),
            ("Plek", "De Schakel"),
            ("Adres", "Dorpsstraat 1, Zandwijk")
        );
        await walk.StepAsync();
        var board = page.Url;
        await walk.StepAsync();
        await walk.StepAsync(
            ("Voornaam", "Bert"),
            ("Achternaam", "Mulder"),
            ("Mailadres", Guest),
            ("Partij", "Ervaringsdeskundige"),
            ("Via wie", "het buurthuis"),
            ("Uw eigen zin", OwnSentence)
        );
        Assert.Contains(
            OwnSentence,
            await page.FrameLocator("iframe").Locator("body").InnerTextAsync(),
            StringComparison.Ordinal
        );
        // Who leads the talk is asked before the mail can leave: to the field, and back to the mail.
        await walk.StepAsync();
        await walk.StepAsync(("Procesbegeleider", "Anna de Wit"));
        await walk.StepAsync();
        await walk.StepAsync(
            ("Naam van de mailserver", "localhost"),
            ("Poort", mail.SmtpPort.ToString(CultureInfo.InvariantCulture)),
            ("Wachtwoord", MailServer.Password),
            ("Proefadressen", Guest)
        );
        var test = Assert.Single(await mail.WaitForAsync(Me, 1));
        Assert.Equal(Me, test.From.Single().Address);
        await walk.StepAsync();
        await walk.StepAsync();
        // The mail stood open once more, with its one button.
        if (page.Url != board)
            await walk.StepAsync();
        Assert.Equal(board, page.Url);

        var invitation = Assert.Single(await mail.WaitForAsync(Guest, 1));
        Assert.Empty(invitation.Defects);
        Assert.Contains(OwnSentence, invitation.TextOf("text/plain"), StringComparison.Ordinal);
        await AnswerYesAsync(PersonalLink().Match(invitation.TextOf("text/plain")).Value);

        await walk.OpenAsync(board);
        var row = page.Locator(".person", new() { HasText = "Bert Mulder" });
        await Assertions.Expect(row).ToContainTextAsync("ja");
        walk.Story.ForEach(output.WriteLine);
        output.WriteLine(
            $"{walk.Loads} page loads, {walk.Fields} fields, {walk.FilledIn} of them filled in beforehand"
        );
        Assert.InRange(walk.Loads, 1, 17);
        // With the page of the table, where one field is asked among those that are there.
        Assert.InRange(walk.Fields, 1, 60);
        Assert.InRange(walk.FilledIn, 10, 60);
        await page.Context.CloseAsync();
    }

    /// <summary>The guest, on a phone of their own.</summary>
    async Task AnswerYesAsync(string link)
    {
        var page = await browser.NewPage(Device.Phone);
        await page.GotoAsync(link);
        Assert.Contains("Bert", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("main .button").ClickAsync();
        await page.GetByLabel("Ja, ik kom").CheckAsync();
        await page.Locator("main .button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.done")).ToContainTextAsync("genoteerd");
        await page.Context.CloseAsync();
    }

    /// <summary>
    /// A zone in which it is about noon now: at night the site asks whether the mail goes now or in the morning.
    /// </summary>
    static string ZoneWithDaylight() =>
        (12 - TimeProvider.System.GetUtcNow().Hour) switch
        {
            0 => "Etc/GMT",
            > 0 and var east => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT-{east}"),
            var west => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT+{-west}"),
        };

    [GeneratedRegex("http://localhost:\\d+/u/\\w+")]
    private static partial Regex PersonalLink();
}

/// <summary>Needs the browser and the mail server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FirstUseFactAttribute : FactAttribute
{
    public FirstUseFactAttribute() => Skip = MailServer.WhyNot ?? new BrowserFactAttribute().Skip;
}
