using Dialoogtafel.Browser.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>A question page: few controls, saved by itself, and just as good by keys alone and without script (pages.md, A-02).</summary>
[Collection("Browser")]
public sealed class QuestionPageTests(Rig.Browser browser, DemoSite demo) : IClassFixture<DemoSite>
{
    const int MostControls = 7;

    [BrowserFact]
    public async Task A_question_page_has_at_most_seven_controls_also_when_something_was_typed_elsewhere()
    {
        foreach (var (question, at) in demo.Questions.Select((item, at) => (item, at)))
        {
            await CountAsync(question, noticed: false);
            if (at == demo.Questions.Count - 1) continue;
            var page = await OpenAsync("Amina", question);
            if (at == 0) await page.Locator("textarea").FillAsync("Op een ander apparaat.");
            else await page.Locator("main input[type=radio]").First.CheckAsync();
            await page.Locator("button[value=Next]").ClickAsync();
            await page.WaitForURLAsync(url => !url.EndsWith($"/{question}", StringComparison.Ordinal));
            await page.Context.CloseAsync();
            await CountAsync(question, noticed: true);
        }

        async Task CountAsync(int question, bool noticed)
        {
            var page = await OpenAsync("Amina", question);
            Assert.Equal(noticed ? 1 : 0, await page.Locator(".notice a").CountAsync());
            var stops = await new Keyboard(page).Stops();
            Assert.True(stops.Count is >= 4 and <= MostControls, $"question {question}: {string.Join(" · ", stops)}");
            await page.Context.CloseAsync();
        }
    }

    [BrowserFact]
    public async Task What_is_typed_is_saved_by_itself_and_stands_there_again()
    {
        var page = await OpenAsync("Sjoerd", demo.Questions[0]);
        await page.Locator("textarea").PressSequentiallyAsync("Ik zoek werk dat past.");
        await page.Locator("[data-said]").GetByText("Bewaard", new LocatorGetByTextOptions { Exact = true }).WaitForAsync();

        await page.GotoAsync(page.Url);

        Assert.Equal("Ik zoek werk dat past.", await page.Locator("textarea").InputValueAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Without_a_connection_the_page_says_so_and_saves_when_it_is_back()
    {
        var page = await OpenAsync("Fatma", demo.Questions[0]);
        await page.Context.SetOfflineAsync(true);
        await page.Locator("textarea").PressSequentiallyAsync("Onderweg geschreven.");
        await page.Locator("[data-said]").GetByText("geen verbinding").WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-said]").GetByText("Bewaard", new LocatorGetByTextOptions { Exact = true }).WaitForAsync();

        await page.GotoAsync(page.Url);

        Assert.Equal("Onderweg geschreven.", await page.Locator("textarea").InputValueAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Leaving_at_once_keeps_what_was_typed()
    {
        var page = await OpenAsync("Dewi", demo.Questions[0]);
        var before = await AnswersAsync();
        await page.Locator("textarea").FillAsync("Net op tijd.");
        await page.GotoAsync("about:blank");

        for (var look = 0; look < 50 && await AnswersAsync() == before; look++) await Task.Delay(200);

        Assert.Equal(before + 1, await AnswersAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_question_is_answered_by_keys_alone_and_without_script()
    {
        var page = await OpenAsync("Marloes", demo.Questions[0], device: Device.Narrow with { Script = false });
        var first = page.Url;
        for (var stop = 0; stop < 8 && !await page.Locator("textarea:focus").IsVisibleAsync(); stop++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Met toetsen.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != first);
        await page.GotoAsync(first);

        Assert.Equal("Met toetsen.", await page.Locator("textarea").InputValueAsync());
        await page.Context.CloseAsync();
    }

    async Task<IPage> OpenAsync(string person, int question, Device? device = null)
    {
        var page = await browser.NewPage(device ?? Device.Phone);
        await page.Context.SpeakAsync(demo, "nl");
        await page.GotoAsync(demo.Url(demo.LinkOf(person)));
        await page.GotoAsync($"{page.Url}/vragen/{question}");
        return page;
    }

    Task<int> AnswersAsync() => demo.Db(db => db.Answers.CountAsync());
}
