using Dialoogtafel.Browser.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>
/// A question page: few controls, saved by itself, and just as good by keys alone and without script (A-02, D-18).
/// </summary>
[Collection("Participants")]
public sealed class QuestionPageTests(Rig.Browser browser, DemoSite demo) : IClassFixture<DemoSite>
{
    const int MostControls = 7;

    [BrowserFact]
    public async Task A_question_page_has_at_most_seven_controls_also_when_something_was_typed_elsewhere()
    {
        foreach (var (question, at) in demo.Questions.Select((item, at) => (item, at)))
        {
            await CountAsync(question, noticed: false);
            if (at == demo.Questions.Count - 1)
                continue;
            var page = await OpenAsync("Amina", question);
            if (at == 0)
                await page.Locator("textarea").FillAsync("Op een ander apparaat.");
            else
                await page.Locator("main input[type=radio]").First.CheckAsync();
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
        await page.Locator("[data-said]")
            .GetByText("Bewaard", new LocatorGetByTextOptions { Exact = true })
            .WaitForAsync();

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
        await page.Locator("[data-said]")
            .GetByText("Bewaard", new LocatorGetByTextOptions { Exact = true })
            .WaitForAsync();

        await page.GotoAsync(page.Url);

        Assert.Equal("Onderweg geschreven.", await page.Locator("textarea").InputValueAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_button_that_is_pressed_without_a_connection_keeps_the_page_and_goes_on_when_it_is_back()
    {
        var page = await OpenAsync("Henk", demo.Questions[0]);
        var first = page.Url;
        await page.Context.SetOfflineAsync(true);
        await page.Locator("textarea").PressSequentiallyAsync("In de trein.");
        await page.Locator("button[value=Next]").ClickAsync();
        await page.Locator("[data-said]").GetByText("geen verbinding").WaitForAsync();
        Assert.Equal("In de trein.", await page.Locator("textarea").InputValueAsync());
        await page.Context.SetOfflineAsync(false);
        await page.WaitForURLAsync(url => url != first);

        await page.GotoAsync(first);

        Assert.Equal("In de trein.", await page.Locator("textarea").InputValueAsync());
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(true, "Ruud")]
    [InlineData(false, "Nadia")]
    public async Task What_a_browser_remembers_of_a_page_overwrites_nothing_that_was_stored_since(
        bool script,
        string person
    )
    {
        var page = await OpenAsync(person, demo.Questions[0], Device.Phone with { Script = script });
        var path = page.Url;
        await page.Locator("textarea").FillAsync("eerst");
        await PressNextAsync(page, path);
        await page.GotoAsync(path);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(path);
        await page.Locator("textarea").FillAsync("eerst en hier");
        await other.Locator("textarea").FillAsync("eerst en daar");
        await PressNextAsync(other, path);

        await page.GoBackAsync();
        await page.GoForwardAsync();
        await page.Locator("textarea").PressSequentiallyAsync("!");
        await PressNextAsync(page, path);

        var texts = await demo.AnswersOfAsync(person);
        Assert.Contains(texts, text => text.Contains("eerst en daar", StringComparison.Ordinal));
        Assert.True(
            !script || texts.Any(text => text.Contains("eerst en hier", StringComparison.Ordinal)),
            string.Join(" | ", texts)
        );
        await page.Context.CloseAsync();
    }

    static async Task PressNextAsync(IPage page, string from)
    {
        await page.Locator("button[value=Next]").ClickAsync();
        await page.WaitForURLAsync(url => url != from);
    }

    [BrowserFact]
    public async Task Leaving_at_once_keeps_what_was_typed()
    {
        var page = await OpenAsync("Dewi", demo.Questions[0]);
        var before = await AnswersAsync();
        await page.Locator("textarea").FillAsync("Net op tijd.");
        await page.GotoAsync("about:blank");

        for (var look = 0; look < 50 && await AnswersAsync() == before; look++)
            await Task.Delay(200);

        Assert.Equal(before + 1, await AnswersAsync());
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_question_is_answered_by_keys_alone_and_without_script()
    {
        var page = await OpenAsync("Marloes", demo.Questions[0], device: Device.Narrow with { Script = false });
        var first = page.Url;
        for (var stop = 0; stop < 8 && !await page.Locator("textarea:focus").IsVisibleAsync(); stop++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Met toetsen.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != first);
        await page.GotoAsync(first);

        Assert.Equal("Met toetsen.", await page.Locator("textarea").InputValueAsync());
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData(true, "Priya")]
    [InlineData(false, "Mei-Ling")]
    public async Task All_questions_are_answered_and_looked_over_to_the_end_by_keys_alone(bool script, string person)
    {
        var questions = demo.Questions;
        // Whatever they did in the demo, here they begin.
        await demo.Db(db =>
            db.Preparations.Where(item =>
                    db.Invitations.Any(own => own.Id == item.InvitationId && own.Person!.FirstName == person)
                )
                .ExecuteDeleteAsync()
        );
        var page = await browser.NewPage(Device.Narrow with { Script = script });
        var keys = new Keyboard(page);
        await page.GotoAsync(demo.Url(demo.LinkOf(person)));
        var table = page.Url;
        await keys.Press(page.Locator("main a[href$='/vragen']").First);
        await page.WaitForURLAsync("**/vragen");
        await keys.Press(page.Locator("main form .button").First);
        await page.WaitForURLAsync("**/vragen/*");
        var pages = 0;
        for (; !page.Url.EndsWith("/nakijken", StringComparison.Ordinal); pages++)
        {
            var here = page.Url;
            if (await page.Locator("textarea").CountAsync() > 0)
                await keys.Type(page.Locator("textarea"), "Met toetsen.");
            else if (await page.Locator("main input[type=radio]").CountAsync() > 0)
                await keys.Choose(page.Locator("main input[type=radio]").Last);
            await keys.Press(page.Locator("button[value=Next]"));
            await page.WaitForURLAsync(url => url != here);
        }

        await keys.Choose(page.Locator("main input[value=Done]"));
        await keys.Press(page.Locator("main form .button").Last);
        await page.WaitForURLAsync(url =>
            url.StartsWith(table, StringComparison.Ordinal) && !url.Contains("/vragen", StringComparison.Ordinal)
        );

        Assert.True(pages >= questions.Count, $"only {pages} questions came by");
        Assert.Contains("Met toetsen.", await demo.AnswersOfAsync(person));
        Assert.True(
            await demo.Db(db =>
                db.Preparations.AnyAsync(item =>
                    item.DoneAt != null
                    && db.Invitations.Any(own => own.Id == item.InvitationId && own.Person!.FirstName == person)
                )
            )
        );
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
