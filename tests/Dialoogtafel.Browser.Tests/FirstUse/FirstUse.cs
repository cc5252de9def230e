using Dialoogtafel.Browser.Tests.Rig;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.FirstUse;

/// <summary>
/// Somebody who sees the site for the first time: fills in what a page shows, presses its one primary button, and
/// counts. A post with its redirect is one page load; a group of radios is one field; what stays folded away is not
/// asked.
/// </summary>
public sealed class FirstUse(IPage page)
{
    const string Seen = "main :is(input:not([type=hidden]), select, textarea)";

    public int Loads { get; private set; }
    public int Fields { get; private set; }
    public int FilledIn { get; private set; }
    public List<string> Story { get; } = [];

    public async Task OpenAsync(string address)
    {
        await page.GotoAsync(address);
        await LookAsync();
    }

    /// <summary>Types once in each of these fields, given by label, and presses the one primary button.</summary>
    public async Task StepAsync(params (string Label, string Text)[] typed)
    {
        foreach (var (label, text) in typed)
        {
            var field = page.Locator("main").GetByLabel(label).First;
            if (await field.EvaluateAsync<string>("e => e.localName") == "select")
                await field.SelectOptionAsync(new SelectOptionValue { Label = text });
            else
                await field.FillAsync(text);
        }

        var from = page.Url;
        // The page that answers, not the one that is still there.
        await page.RunAndWaitForResponseAsync(
            () => Primary.ClickAsync(),
            found =>
                found.Request.IsNavigationRequest
                && found.Request.Frame == page.MainFrame
                && found.Status is < 300 or >= 400
        );
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        Assert.True(await page.Locator(".error-summary").CountAsync() == 0, $"{from} was not accepted");
        await LookAsync();
    }

    public ILocator Primary => page.Locator("main .button:not(.second)");

    async Task LookAsync()
    {
        Loads++;
        var buttons = await Primary.AllInnerTextsAsync();
        Assert.True(buttons.Count <= 1, $"{page.Url} has more than one primary button: {string.Join(" | ", buttons)}");
        var names = new HashSet<string>();
        var before = FilledIn;
        foreach (var field in await page.Locator(Seen).AllAsync())
        {
            if (!await field.IsVisibleAsync() || !names.Add((await field.GetAttributeAsync("name"))!))
                continue;
            Fields++;
            if (await HasValueAsync(field))
                FilledIn++;
        }

        Story.Add(
            $"{Loads, 2} {new Uri(page.Url).AbsolutePath.Split('?')[0]}: {names.Count} fields, "
                + $"{FilledIn - before} filled in; {string.Join("", buttons)}"
        );
        await page.NoAxeViolations();
    }

    static Task<bool> HasValueAsync(ILocator field) =>
        field.EvaluateAsync<bool>(
            "e => e.type === 'radio' ? [...e.form.elements].some(o => o.name === e.name && o.checked) : "
                + "e.type === 'checkbox' ? e.checked : e.value.trim() !== ''"
        );
}
