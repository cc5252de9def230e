using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Web.Tests.Rig;
using Dialoogtafel.Web.Tests.Scenario;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Scenario;

/// <summary>The story in Chromium: the organiser at a desk, each participant on a phone of her own.</summary>
public sealed class ChromiumStage(Rig.Browser browser) : IStage, IAsyncDisposable
{
    readonly Site site = new() { Clock = new FixedClock() };
    readonly List<IBrowserContext> contexts = [];

    public FixedClock Clock => site.Clock!;

    public IServiceProvider Services
    {
        get
        {
            _ = site.Address;
            return site.Services;
        }
    }

    public async Task<IWalker> OpenAsync(bool phone)
    {
        var page = await browser.NewPage(phone ? Device.Phone : Device.Desktop);
        contexts.Add(page.Context);
        return new ChromiumWalker(page, site);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
            await context.CloseAsync();
        await site.DisposeAsync();
    }
}

/// <summary>A person who sees one page at a time and can press only what shows.</summary>
public sealed class ChromiumWalker(IPage first, Site site) : IWalker
{
    IPage page = first;

    public IPage Page => page;

    public string Path => new Uri(page.Url).AbsolutePath;

    public async Task GoAsync(string path)
    {
        var answer = await page.GotoAsync(site.Url(path));
        Assert.True(answer!.Ok && (Path != "/team/inloggen" || Path == path), $"{path}: {answer.Status} on {Path}");
        await LookAsync();
    }

    public async Task PressAsync(string button, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await FillAsync(name, value);
        await PressAsync(page.Locator("main"), button);
    }

    public async Task PressToBeAskedAsync(string button, string question, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await FillAsync(name, value);
        await page.Locator("main button", new() { HasTextRegex = Beginning(button) }).First.ClickAsync();
        await Assertions.Expect(page.Locator($"main [name='{question}']").First).ToBeVisibleAsync();
        await LookAsync();
    }

    public Task PressInAsync(string part, string button) => PressAsync(page.Locator($"main #{part}"), button);

    /// <summary>The tab is closed as soon as the page says that it saved; the browser stays.</summary>
    public async Task BreakOffAsync(string words)
    {
        await page.Locator("textarea").PressSequentiallyAsync(words);
        await page.Locator("[data-said]")
            .GetByText("Bewaard", new LocatorGetByTextOptions { Exact = true })
            .WaitForAsync();
        var context = page.Context;
        await page.CloseAsync();
        page = await context.NewPageAsync();
    }

    public async Task<int> StatusOfAsync(string path) => (await page.GotoAsync(site.Url(path)))!.Status;

    /// <summary>What a button begins with; a text may stand on two lines of its view.</summary>
    static Regex Beginning(string button) => new($"^\\s*{Regex.Escape(button).Replace("\\ ", "\\s+")}");

    async Task PressAsync(ILocator part, string button)
    {
        var pressed = part.Locator("button", new() { HasTextRegex = Beginning(button) }).First;
        await UnfoldAsync(pressed);
        await page.RunAndWaitForResponseAsync(
            () => pressed.ClickAsync(),
            answer => answer.Request.IsNavigationRequest && answer.Status == 200
        );
        await page.WaitForLoadStateAsync(LoadState.Load);
        Assert.True(
            await page.Locator(".error-summary").CountAsync() == 0,
            $"'{button}' was not accepted on {Path}: {await page.Locator("main").InnerTextAsync()}"
        );
        await LookAsync();
    }

    public async Task<IHtmlDocument> PageAsync() =>
        await new HtmlParser().ParseDocumentAsync(await page.ContentAsync());

    async Task FillAsync(string name, string value)
    {
        var field = page.Locator($"main [name='{name}']:not([type=hidden])");
        await UnfoldAsync(field.First);
        var (kind, type) = (
            await field.First.EvaluateAsync<string>("e => e.localName"),
            await field.First.GetAttributeAsync("type")
        );
        if (kind == "select")
            await field.SelectOptionAsync(new SelectOptionValue { Label = value });
        else if (type is "radio" or "checkbox")
            await page.Locator($"main [name='{name}'][value='{value}']").CheckAsync();
        else
            await field.FillAsync(value);
    }

    /// <summary>Opens what is folded around it, by its summary.</summary>
    async Task UnfoldAsync(ILocator target)
    {
        if (await target.IsVisibleAsync())
            return;
        await target.EvaluateAsync(
            "e => { for (let d = e.closest('details:not([open])'); d; d = "
                + "d.parentElement.closest('details:not([open])')) d.querySelector('summary').click() }"
        );
        await Assertions.Expect(target).ToBeVisibleAsync();
    }

    /// <summary>Every page fits its window.</summary>
    Task LookAsync() => page.NoSidewaysScroll();
}
