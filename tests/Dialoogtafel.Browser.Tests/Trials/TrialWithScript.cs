using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Trials;

/// <summary>
/// The mishaps of a browser with script: at most two seconds of typing are lost, and only when the page itself ends.
/// </summary>
public sealed partial class Trial
{
    Task WithScriptAsync(Mishap mishap) =>
        mishap switch
        {
            Mishap.CloseTab => CloseTabAsync(),
            Mishap.KillBrowser => KillBrowserAsync(),
            Mishap.KillSite => KillSiteAsync(),
            Mishap.LoseCookie => LoseCookieAsync(),
            Mishap.SecondTab => SecondTabAsync(),
            Mishap.Back => BackAsync(),
            Mishap.TwoDevices => TwoDevicesAsync(),
            _ => OfflineAsync(),
        };

    async Task CloseTabAsync()
    {
        var context = await DeviceAsync();
        var typist = await SitDownAsync(context, "a");
        await typist.TypeAsync(Some(0.5, 6));
        await EndAsync(typist, First);
        await ReturnAsync(context);
    }

    async Task KillBrowserAsync()
    {
        own = await browser.Launch();
        var context = await DeviceAsync(of: own);
        var typist = await SitDownAsync(context, "a");
        await typist.TypeAsync(Some(0.5, 6));
        var cookies = await context.StorageStateAsync();
        var watch = await typist.WatchAsync();
        await KillAsync(own);
        await Task.Delay(500);
        await oracle.EndedAsync(First, watch);
        await ReturnAsync(await DeviceAsync(cookies));
    }

    async Task KillSiteAsync()
    {
        var context = await DeviceAsync();
        var typist = await SitDownAsync(context, "a");
        await typist.TypeAsync(Some(0.5, 4));
        var watch = await typist.WatchAsync();
        await site.KillAsync();
        var leaves = random.Next(3) == 0;
        if (leaves)
            await typist.Page.CloseAsync();
        else
            await typist.TypeAsync(Some(0, 3));
        await site.StartAsync();
        if (leaves)
        {
            await oracle.EndedAsync(First, watch);
            await ReturnAsync(context);
            return;
        }

        await typist.TypeAsync(Some(0, 2));
        await StaysAsync(typist, "the site was killed");
        await SeesAsync(context, await typist.BoxAsync(), "after the site was killed");
    }

    async Task LoseCookieAsync()
    {
        var context = await DeviceAsync();
        var typist = await SitDownAsync(context, "a");
        await typist.TypeAsync(Some(0.5, 4));
        var watch = await typist.WatchAsync();
        await context.ClearCookiesAsync();
        if (random.Next(3) == 0)
        {
            await typist.Page.CloseAsync();
            await oracle.EndedAsync(First, watch);
            oracle.Check(
                Oracle.WordsIn(await ReviewAsync(context)).Count == 0,
                "a browser that lost its cookie shows words"
            );
            return;
        }

        await typist.TypeAsync(Some(0, 2));
        await Task.Delay(TimeSpan.FromSeconds(Some(0, 6)));
        // She does what the page says: it stays open, and she opens the link in her mail once more.
        var again = await SitDownAsync(context, "b");
        await again.TypeAsync(Some(0.5, 2));
        await StaysAsync(typist, "the cookie was lost");
        await StaysAsync(again, "returned by the mailed link");
    }

    async Task SecondTabAsync()
    {
        var context = await DeviceAsync();
        var first = await SitDownAsync(context, "a");
        await first.TypeAsync(Some(0.3, 3));
        var second = await SitDownAsync(context, "b");
        if (random.Next(2) == 0)
            await Task.WhenAll(first.TypeAsync(Some(0.5, 4)), second.TypeAsync(Some(0.5, 4)));
        else
        {
            await second.TypeAsync(Some(0.5, 3));
            await first.TypeAsync(Some(0.5, 3));
        }

        await EndBothAsync(first, second);
        await ReturnAsync(context);
    }

    async Task BackAsync()
    {
        var context = await DeviceAsync();
        var typist = await SitDownAsync(context, "a");
        await typist.TypeAsync(Some(0.3, 2));
        var first = await typist.BoxAsync();
        await typist.Page.Locator("button[value=Next]").ClickAsync();
        await typist.Page.WaitForURLAsync($"**/{Second}*");
        var page = new Typist(typist.Page, "b", new Random(random.Next()));
        await page.TypeAsync(Some(0.3, 4));
        var watch = await page.WatchAsync();
        await page.Page.GoBackAsync();
        oracle.Check(
            page.Page.Url.Contains($"/{First}", StringComparison.Ordinal),
            "back did not lead to the question before"
        );
        await Task.Delay(random.Next(0, 1_500));
        var again = new Typist(page.Page, "c", new Random(random.Next()));
        await again.TypeAsync(Some(0.3, 3));
        var there = await again.WatchAsync();
        await again.Page.GoForwardAsync();
        await new Typist(page.Page, "d", new Random(random.Next())).TypeAsync(Some(0.3, 3));
        var last = await page.WatchAsync();
        await page.Page.CloseAsync();
        await Task.Delay(500);
        await oracle.MustHoldAsync(First, first, "the button 'Volgende' was pressed");
        await oracle.EndedAsync(Second, watch);
        await oracle.EndedAsync(First, there);
        await oracle.EndedAsync(Second, last);
        await ReturnAsync(context);
    }

    async Task TwoDevicesAsync()
    {
        var (phone, laptop) = (await DeviceAsync(), await DeviceAsync());
        var first = await SitDownAsync(phone, "a");
        if (random.Next(2) == 0)
            await first.TypeAsync(Some(0.3, 2));
        var second = await SitDownAsync(laptop, "b");
        await Task.WhenAll(first.TypeAsync(Some(0.5, 4)), second.TypeAsync(Some(0.5, 4)));
        await EndBothAsync(first, second);
        oracle.Check(
            !Oracle.WordsIn(await ReviewAsync(phone)).Any(word => word.StartsWith("woordb", StringComparison.Ordinal)),
            "the phone shows words of the laptop"
        );
        oracle.Check(
            !Oracle.WordsIn(await ReviewAsync(laptop)).Any(word => word.StartsWith("woorda", StringComparison.Ordinal)),
            "the laptop shows words of the phone"
        );
        await ReturnAsync(phone);
        await ReturnAsync(laptop);
    }

    async Task OfflineAsync()
    {
        var context = await DeviceAsync();
        var typist = await SitDownAsync(context, "a");
        await typist.TypeAsync(Some(0.5, 4));
        var watch = await typist.WatchAsync();
        await context.SetOfflineAsync(true);
        await typist.TypeAsync(Some(0.2, 4));
        if (random.Next(3) == 0)
        {
            await typist.Page.CloseAsync();
            await context.SetOfflineAsync(false);
            await oracle.EndedAsync(First, watch);
            await ReturnAsync(context);
            return;
        }

        if (random.Next(2) == 0)
        {
            await PressCutOffAsync(context, typist);
            return;
        }

        await context.SetOfflineAsync(false);
        if (random.Next(2) == 0)
            await typist.TypeAsync(Some(0, 2));
        await StaysAsync(typist, "there was no connection");
        await SeesAsync(context, await typist.BoxAsync(), "after there was no connection");
    }

    /// <summary>She presses the button while there is no connection: the page goes on when it is back.</summary>
    async Task PressCutOffAsync(IBrowserContext context, Typist typist)
    {
        var text = await typist.BoxAsync();
        await typist.Page.Locator("button[value=Next]").ClickAsync();
        await Task.Delay(random.Next(0, 1_500));
        await context.SetOfflineAsync(false);
        await oracle.ArrivesAsync(First, text, "the button was pressed without a connection");
        await typist.Page.WaitForURLAsync($"**/{Second}*");
        await SeesAsync(context, text, "after the button was pressed without a connection");
    }

    /// <summary>Everything in the box of a page that is still open arrives.</summary>
    async Task StaysAsync(Typist typist, string where)
    {
        await oracle.ArrivesAsync(First, await typist.BoxAsync(), where);
        await oracle.EndedAsync(First, await typist.WatchAsync());
    }

    async Task EndBothAsync(Typist first, Typist second)
    {
        if (random.Next(2) == 0)
        {
            await StaysAsync(first, "the first page");
            await StaysAsync(second, "the second page");
            return;
        }

        await EndAsync(first, First);
        await EndAsync(second, First);
    }

    /// <summary>The tab is closed, as a person does or as a phone does that needs its memory.</summary>
    async Task EndAsync(Typist typist, int question)
    {
        var watch = await typist.WatchAsync();
        var closed = new TaskCompletionSource();
        typist.Page.Close += (_, _) => closed.TrySetResult();
        await typist.Page.CloseAsync(new PageCloseOptions { RunBeforeUnload = random.Next(2) == 0 });
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await Task.Delay(500);
        await oracle.EndedAsync(question, watch);
    }

    /// <summary>She comes back by the old mail in the same browser, finds her words, and goes on.</summary>
    async Task ReturnAsync(IBrowserContext context)
    {
        var typist = await SitDownAsync(context, "z");
        var box = await typist.BoxAsync();
        oracle.WasStored(First, box);
        await typist.TypeAsync(Some(0.2, 0.8));
        await StaysAsync(typist, "after the return");
        await SeesAsync(context, await typist.BoxAsync(), "after the return");
        await typist.Page.CloseAsync();
    }

    /// <summary>kill -9 of the whole browser.</summary>
    static async Task KillAsync(IBrowser browser)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        var processes = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo");
        var id = processes
            .EnumerateArray()
            .Single(item => item.GetProperty("type").GetString() == "browser")
            .GetProperty("id")
            .GetInt32();
        using var process = Process.GetProcessById(id);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }
}
