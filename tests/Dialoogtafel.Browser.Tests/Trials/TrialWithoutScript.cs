using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Trials;

/// <summary>
/// The mishaps of a browser without script: each button saves, so at most the page that stood open is lost.
/// </summary>
public sealed partial class Trial
{
    async Task WithoutScriptAsync(Mishap mishap)
    {
        if (mishap == Mishap.KillBrowser)
            own = await browser.Launch();
        var context = await DeviceAsync(of: own);
        var typist = await SitDownAsync(context, "a");
        await typist.TypeAsync(Some(0.3, 3));
        var first = await typist.BoxAsync();
        Assert.True(await PressAsync(typist.Page, "Next"));
        await oracle.MustHoldAsync(First, first, "the button was pressed");
        var open = new Typist(typist.Page, "b", new Random(random.Next()));
        await open.TypeAsync(Some(0.3, 3));
        var returned = await HappenAsync(mishap, context, open);
        await oracle.MustHoldAsync(First, first, "the page before");
        if (mishap != Mishap.LoseCookie)
            await SeesAsync(returned, first, "after the return");
    }

    /// <summary>The mishap while the second question stands open.</summary>
    /// <returns>The browser in which she comes back.</returns>
    async Task<IBrowserContext> HappenAsync(Mishap mishap, IBrowserContext context, Typist open)
    {
        var text = await open.BoxAsync();
        switch (mishap)
        {
            case Mishap.KillBrowser:
                var cookies = await context.StorageStateAsync();
                await KillAsync(own!);
                oracle.LostPage(text);
                return await DeviceAsync(cookies);
            case Mishap.KillSite:
                await site.KillAsync();
                await site.StartAsync();
                break;
            case Mishap.LoseCookie:
                await context.ClearCookiesAsync();
                oracle.Check(
                    !await PressAsync(open.Page, "Next"),
                    "a form was taken from a browser that had lost its cookie"
                );
                oracle.LostPage(text);
                return context;
            case Mishap.SecondTab:
            case Mishap.TwoDevices:
                var other = mishap == Mishap.SecondTab ? context : await DeviceAsync();
                var second = await SitDownAsync(other, "c", Second);
                await Task.WhenAll(open.TypeAsync(Some(0.3, 2)), second.TypeAsync(Some(0.3, 2)));
                await PressedAsync(second, "Later");
                break;
            case Mishap.Back:
                await open.Page.GoBackAsync();
                await new Typist(open.Page, "d", new Random(random.Next())).TypeAsync(Some(0.3, 2));
                oracle.LostPage(text);
                await PressedAsync(open, "Next", First);
                return context;
            case Mishap.Offline:
                await context.SetOfflineAsync(true);
                await open.TypeAsync(Some(0.3, 2));
                await context.SetOfflineAsync(false);
                break;
            default:
                await open.Page.CloseAsync();
                oracle.LostPage(text);
                return context;
        }

        await PressedAsync(open, random.Next(2) == 0 ? "Next" : "Back");
        return context;
    }

    async Task PressedAsync(Typist typist, string button, int? question = null)
    {
        var text = await typist.BoxAsync();
        oracle.Check(await PressAsync(typist.Page, button), $"'{button}' was refused");
        await oracle.MustHoldAsync(question ?? Second, text, $"'{button}' was pressed");
    }

    /// <returns>Whether another page of the questions came.</returns>
    static async Task<bool> PressAsync(IPage page, string button)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator($"button[value={button}]").ClickAsync(),
            found => found.Request.IsNavigationRequest && found.Status != 303
        );
        await page.WaitForLoadStateAsync(LoadState.Load);
        return answer.Ok;
    }
}
