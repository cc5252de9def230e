using Dialoogtafel.Browser.Tests.Rig;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>
/// Somebody without a mouse and without script answers an invitation. It changes the demo, so the demo is its own.
/// </summary>
[Collection("Browser")]
public sealed class AnsweringByKeysTests(Rig.Browser browser, DemoSite demo) : IClassFixture<DemoSite>
{
    [BrowserTheory]
    [InlineData("Kofi", "antwoord", "Yes", "/mijn-tafel/")]
    [InlineData("Jeroen", "antwoord", "Undecided", "/wanneer")]
    [InlineData("Leyla", "antwoord", "SomeoneElse", "/iemand-anders")]
    [InlineData("Saskia", "antwoord", "Contribute", "/meegeven")]
    [InlineData("Sjoerd", "toch-niet", "CannotCome", "/mijn-tafel/")]
    [InlineData("Ingrid", "van-de-lijst", "Remove", "")]
    public async Task An_answer_is_given_by_keys_alone_and_without_script(
        string person,
        string part,
        string answer,
        string then
    )
    {
        var page = await browser.NewPage(Device.Narrow with { Script = false });
        await page.GotoAsync(demo.Url(demo.LinkOf(person)));
        await page.GotoAsync($"{page.Url}/{part}");
        Assert.Equal(0, await page.Locator("main input:checked").CountAsync());
        await TabToAsync(page, page.Locator("main input[type=radio]").First);
        for (var i = 0; i < 5 && !await page.Locator($"main input[value={answer}]:focus").IsVisibleAsync(); i++)
            await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, page.Locator("main form .button"));
        await page.RunAndWaitForResponseAsync(
            () => page.Keyboard.PressAsync("Enter"),
            found => found.Request.IsNavigationRequest && found.Status == 200
        );
        if (then.Length > 0)
            await page.WaitForURLAsync(url =>
                url.Contains(then, StringComparison.Ordinal) && !url.EndsWith($"/{part}", StringComparison.Ordinal)
            );
        await page.WaitForLoadStateAsync(LoadState.Load);
        Assert.Contains(then, page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".error-summary").CountAsync());
        await page.Context.CloseAsync();
    }

    static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var stop = 0; stop < 60; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
        }

        Assert.Fail($"Tab never reaches {target} on {page.Url}");
    }
}
