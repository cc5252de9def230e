namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>The rig must be able to say no: each referee is shown one good and one bad page.</summary>
[Collection("Browser")]
public sealed class RigTests(Browser browser)
{
    const string Good = """
        <!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Kaart</title>
        <style>body { background: #fdfaf3; color: #222; color-scheme: light dark }
        @media (prefers-color-scheme: dark) { body { background: #222; color: #fdfaf3 } a { color: #9cf } }
        :focus-visible { outline: 3px solid currentColor }</style></head>
        <body><main><h1>Komt u?</h1><form><fieldset><legend>Uw antwoord</legend>
        <p><label><input type="radio" name="antwoord" value="ja"> Ja</label></p>
        <p><label><input type="radio" name="antwoord" value="nee"> Nee</label></p></fieldset>
        <p><label>Naam <input name="naam" autocomplete="name"></label></p>
        <p><button>Verstuur</button></p></form></main></body></html>
        """;

    static readonly string Bad = Good.Replace("lang=\"nl\"", "", StringComparison.Ordinal)
        .Replace("Naam <input", "<input", StringComparison.Ordinal);

    [BrowserFact]
    public async Task The_site_answers_on_a_port_that_a_browser_reaches()
    {
        await using var site = new Site();
        var page = await browser.NewPage();
        var answer = await page.APIRequest.GetAsync(site.Url("/"));
        Assert.InRange(answer.Status, 200, 499);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Axe_passes_a_good_page_and_names_what_is_wrong_with_a_bad_one()
    {
        var page = await browser.NewPage();
        await page.SetContentAsync(Good);
        await page.NoAxeViolations();
        await page.SetContentAsync(Bad);
        var found = string.Join('\n', await page.AxeViolations());
        Assert.Contains("html-has-lang", found);
        Assert.Contains("label", found);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Axe_sees_poor_contrast_that_exists_in_dark_only()
    {
        var page = await browser.NewPage();
        await page.SetContentAsync(Good.Replace("color: #fdfaf3 }", "color: #333 }", StringComparison.Ordinal));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => page.NoAxeViolations());
        Assert.Contains("Dark: color-contrast", failure.Message);
        Assert.DoesNotContain("Light: ", failure.Message);
        await page.Context.CloseAsync();
    }

    [HtmlFact]
    public async Task The_validator_judges_many_pages_at_once()
    {
        var problems = await Html.Problems(
            new Dictionary<string, string>
            {
                ["good"] = Good,
                ["unclosed"] = Good.Replace("</fieldset>", "", StringComparison.Ordinal),
                ["twice"] = Good.Replace("<h1>", "<h1 id=\"a\"><i id=\"a\"></i>", StringComparison.Ordinal),
            }
        );
        Assert.DoesNotContain(problems, p => p.StartsWith("good", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.StartsWith("unclosed", StringComparison.Ordinal));
        Assert.Contains(problems, p =>
            p.StartsWith("twice", StringComparison.Ordinal) && p.Contains("Duplicate ID", StringComparison.Ordinal)
        );
    }

    [BrowserFact]
    public async Task A_form_is_filled_in_by_keyboard_alone()
    {
        var page = await browser.NewPage(Device.Narrow);
        await page.SetContentAsync(Good);
        var keyboard = new Keyboard(page);
        await keyboard.Choose(page.Locator("[value=nee]"));
        await keyboard.Type(page.Locator("[name=naam]"), "Anna");
        await keyboard.TabTo(page.Locator("button"));
        Assert.Equal("Anna", await page.Locator("[name=naam]").InputValueAsync());
        Assert.Equal(
            ["input Ja", "input Naam", "button Verstuur"],
            [.. (await new Keyboard(page).Stops()).Select(s => s.Replace("Nee", "Ja", StringComparison.Ordinal))]
        );
        await page.NoSidewaysScroll();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_focus_that_cannot_be_seen_is_refused()
    {
        var page = await browser.NewPage();
        await page.SetContentAsync(
            Good.Replace("outline: 3px solid currentColor", "outline: none", StringComparison.Ordinal)
        );
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => new Keyboard(page).TabTo(page.Locator("button")));
        Assert.Contains("cannot be seen", failure.Message);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_page_that_is_too_wide_is_refused()
    {
        var page = await browser.NewPage(Device.Zoomed400);
        await page.SetContentAsync(Good.Replace("<h1>", "<h1 style=\"width: 700px\">", StringComparison.Ordinal));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => page.NoSidewaysScroll());
        Assert.Contains("h1", failure.Message);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_screen_is_kept_as_a_picture()
    {
        var page = await browser.NewPage(Device.Phone);
        await page.SetContentAsync(Good);
        var file = await page.Shot("rig", dark: true);
        Assert.EndsWith("rig-dark.png", file);
        Assert.True(new FileInfo(file).Length > 1_000);
        await page.Context.CloseAsync();
    }
}
