using Dialoogtafel.Browser.Tests.Rig;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Trials;

public enum Mishap
{
    CloseTab,
    KillBrowser,
    KillSite,
    LoseCookie,
    SecondTab,
    Back,
    TwoDevices,
    Offline,
}

/// <summary>
/// One person who types an answer to a question, and one mishap at a random moment; the seed decides all but the
/// machine's pace.
/// </summary>
public sealed partial class Trial : IAsyncDisposable
{
    readonly Rig.Browser browser;
    readonly TypingSite site;
    readonly Random random;
    readonly Guest guest;
    readonly Oracle oracle;
    readonly bool script;
    readonly Func<IBrowserContext, Task>? sabotage;
    readonly List<IBrowserContext> contexts = [];
    IBrowser? own;

    // A busy machine may be slow; what a saboteur keeps from being saved is not waited for as long.
    Trial(Rig.Browser browser, TypingSite site, int seed, bool sabotaged, Func<IBrowserContext, Task>? sabotage)
    {
        (this.browser, this.site, this.sabotage) = (browser, site, sabotage);
        (random, guest, script) = (new Random(seed), site.NextGuest(), HasScript(seed));
        oracle = new Oracle(site, guest, TimeSpan.FromSeconds(sabotaged ? 10 : 90));
    }

    /// <summary>Every mishap comes by in turn; each third trial has no script. 24 seeds have seen every pair.</summary>
    public static Mishap MishapOf(int seed) => (Mishap)(seed % 8);

    public static bool HasScript(int seed) => seed % 3 != 2;

    /// <param name="sabotaged">A protection is off, here or in the site.</param>
    /// <param name="sabotage">Done to every browser before it opens a page.</param>
    public static async Task<Outcome> RunAsync(
        Rig.Browser browser,
        TypingSite site,
        int seed,
        bool sabotaged,
        Func<IBrowserContext, Task>? sabotage
    )
    {
        await using var trial = new Trial(browser, site, seed, sabotaged, sabotage);
        return await trial.RunAsync(seed);
    }

    public async ValueTask DisposeAsync()
    {
        // Of a killed Chromium there is nothing left to close.
        foreach (var context in contexts.Where(item => item.Browser?.IsConnected == true))
            await context.CloseAsync();
        if (own?.IsConnected == true)
            await own.CloseAsync();
    }

    async Task<Outcome> RunAsync(int seed)
    {
        using var stop = new CancellationTokenSource();
        var looking = oracle.LookOnAsync(stop.Token);
        var mishap = MishapOf(seed);
        try
        {
            await (script ? WithScriptAsync(mishap) : WithoutScriptAsync(mishap));
            await OthersSeeNothingAsync();
        }
        catch (Exception failure)
        {
            oracle.Check(false, $"the trial itself broke: {failure.GetType().Name} {failure.Message.Split('\n')[0]}");
            if (mishap == Mishap.KillSite)
                await site.StartAsync();
        }

        await stop.CancelAsync();
        await looking;
        return await oracle.JudgeAsync(seed, $"{mishap}{(script ? "" : " without script")}");
    }

    async Task<IBrowserContext> DeviceAsync(string? cookies = null, IBrowser? of = null, bool? withScript = null)
    {
        var context = await browser.NewContext(Device.Phone with { Script = withScript ?? script }, cookies, of);
        contexts.Add(context);
        // A site that has just started on a busy machine answers late; that is no fault here, and how late is measured
        // in the page.
        context.SetDefaultTimeout(120_000);
        if (withScript ?? script)
            await context.AddInitScriptAsync(Typist.Watcher);
        if (sabotage is not null)
            await sabotage(context);
        return context;
    }

    /// <summary>Opens a question by the mailed link, as the mail says: in a new tab.</summary>
    async Task<IPage> OpenAsync(IBrowserContext context, int question)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Url(guest.Link));
        await page.GotoAsync($"{page.Url}/vragen/{question}");
        return page;
    }

    async Task<Typist> SitDownAsync(IBrowserContext context, string mark, int? question = null) =>
        new(await OpenAsync(context, question ?? First), mark, new Random(random.Next()));

    int First => site.Questions[0];

    int Second => site.Questions[1];

    double Some(double from, double to) => from + (random.NextDouble() * (to - from));

    /// <summary>What this browser shows when everything is looked over.</summary>
    async Task<string> ReviewAsync(IBrowserContext context)
    {
        var page = await OpenAsync(context, First);
        await page.GotoAsync($"{page.Url[..page.Url.LastIndexOf('/')]}/nakijken");
        var text = await page.Locator("main").InnerTextAsync();
        await page.CloseAsync();
        return text;
    }

    /// <summary>The person's own browser shows what it typed.</summary>
    async Task SeesAsync(IBrowserContext context, string text, string where)
    {
        if (text.Length > 0)
            oracle.Check(
                (await ReviewAsync(context)).Contains(text.Trim(), StringComparison.Ordinal),
                $"{where}: 'nakijken' does not show '{text}'"
            );
    }

    /// <summary>Another browser with the same link, forwarded, shows not one word.</summary>
    async Task OthersSeeNothingAsync()
    {
        var context = await DeviceAsync(withScript: false);
        var page = await OpenAsync(context, First);
        var path = page.Url[..page.Url.LastIndexOf('/')];
        foreach (var part in new[] { "", $"/{First}", $"/{Second}", "/nakijken", "/papier" })
        {
            await page.GotoAsync(path + part);
            oracle.Check(
                Oracle.WordsIn(await page.ContentAsync()).Count == 0,
                $"another browser shows words on {part}"
            );
        }
    }
}
