using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// Somebody who has no mouse: reaches everything by Tab, arrows, Space and Enter, and always sees where they are.
/// </summary>
public sealed class Keyboard(IPage page)
{
    const string Focused = "document.activeElement";

    /// <summary>
    /// Presses Tab until the element has the focus; fails when a whole round passes without it, or when the focus
    /// cannot be seen.
    /// </summary>
    public async Task TabTo(ILocator target)
    {
        for (var step = 0; step < 200; step++)
        {
            if (await target.EvaluateAsync<bool>($"e => e === {Focused}"))
            {
                Assert.True(await FocusIsVisible(), $"the focus cannot be seen on {await Where()}");
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab never reaches {target}");
    }

    /// <summary>Tabs to a link or button and presses Enter.</summary>
    public async Task Press(ILocator target)
    {
        await TabTo(target);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tabs to a field and types.</summary>
    public async Task Type(ILocator field, string text)
    {
        await TabTo(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>
    /// Chooses a radio or ticks a box: Tab enters a group at its first radio, arrows move inside it, Space chooses.
    /// </summary>
    public async Task Choose(ILocator choice)
    {
        var name = await choice.GetAttributeAsync("name");
        var radio = await choice.GetAttributeAsync("type") == "radio";
        if (!radio)
            await TabTo(choice);
        else
        {
            var group = page.Locator($"input[type=radio][name=\"{name}\"]");
            await TabTo(await EntryOf(group));
            var size = await group.CountAsync();
            for (var i = 0; i < size && !await choice.EvaluateAsync<bool>($"e => e === {Focused}"); i++)
                await page.Keyboard.PressAsync("ArrowDown");
        }
        if (!await choice.IsCheckedAsync())
            await page.Keyboard.PressAsync("Space");
        Assert.True(await choice.IsCheckedAsync(), $"{choice} cannot be chosen by keyboard");
    }

    /// <summary>Every stop that Tab makes on this page, in order, as "tag name".</summary>
    public async Task<IReadOnlyList<string>> Stops()
    {
        await page.EvaluateAsync(
            "() => { const b = document.body; b.tabIndex = -1; b.focus(); b.removeAttribute('tabindex') }"
        );
        var stops = new List<string>();
        while (stops.Count < 200)
        {
            await page.Keyboard.PressAsync("Tab");
            var where = await Where();
            if (where.StartsWith("body", StringComparison.Ordinal))
                break;
            stops.Add(where);
        }
        return stops;
    }

    static async Task<ILocator> EntryOf(ILocator group)
    {
        for (var i = 0; i < await group.CountAsync(); i++)
            if (await group.Nth(i).IsCheckedAsync())
                return group.Nth(i);
        return group.First;
    }

    Task<string> Where() =>
        page.EvaluateAsync<string>(
            $"() => {{ const e = {Focused}; return e.localName + ' ' + (e.getAttribute('aria-label') "
                + "|| e.labels?.[0]?.innerText || e.innerText || e.name || '').trim() }"
        );

    // An outline or shadow may sit on the label around a radio card, so the nearest ancestors count too.
    Task<bool> FocusIsVisible() =>
        page.EvaluateAsync<bool>(
            $"() => {{ for (let e = {Focused}, i = 0; e && i < 4; e = e.parentElement, i++) {{ "
                + "const s = getComputedStyle(e); "
                + "if ((s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "
                + "'none') return true } return false }"
        );
}
