using Dialoogtafel.Browser.Tests.Rig;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>Somebody without a mouse, and somebody without script, get everything done.</summary>
[Collection("Browser")]
public sealed class KeyboardTests(Rig.Browser browser, DemoSite demo) : IClassFixture<DemoSite>
{
    const string Controls = "main :is(a[href], button, input:not([type=hidden]), select, textarea, summary), header :is(a, button), footer :is(a, summary)";

    [BrowserFact]
    public async Task Every_control_of_every_page_is_reached_by_Tab_and_seen_when_it_has_the_focus()
    {
        var page = await browser.NewPage(Device.Phone);
        foreach (var seen in ParticipantPages.All(demo))
        {
            await page.SeeAsync(demo, seen);
            var missed = await page.EvaluateAsync<string[]>("selector => { window.missed = new Set([...document.querySelectorAll(selector)].filter(e => e.checkVisibility())); document.activeElement.blur(); return [] }", Controls);
            Assert.Empty(missed);
            var unseen = new List<string>();
            // A page with an error begins at its summary: one goes past the end once, to come by what stands before it.
            for (int stop = 0, rounds = 0; stop < 150 && rounds < 2; stop++)
            {
                await page.Keyboard.PressAsync("Tab");
                var here = await page.EvaluateAsync<string?>(Arrive);
                if (here is null) rounds++;
                else if (here.Length > 0) unseen.Add(here);
            }

            var left = await page.EvaluateAsync<string[]>("() => [...window.missed].map(e => e.outerHTML.slice(0, 120))");
            Assert.True(left.Length == 0, $"{seen.Name}: Tab never reaches {string.Join(" · ", left)}");
            Assert.True(unseen.Count == 0, $"{seen.Name}: the focus cannot be seen on {string.Join(" · ", unseen)}");
        }

        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("Kofi", "antwoord", "Yes", "/mijn-tafel/")]
    [InlineData("Jeroen", "antwoord", "Undecided", "/wanneer")]
    [InlineData("Leyla", "antwoord", "SomeoneElse", "/iemand-anders")]
    [InlineData("Saskia", "antwoord", "Contribute", "/meegeven")]
    [InlineData("Sjoerd", "toch-niet", "CannotCome", "/mijn-tafel/")]
    [InlineData("Ingrid", "van-de-lijst", "Remove", "")]
    public async Task An_answer_is_given_by_keys_alone_and_without_script(string person, string part, string answer, string then)
    {
        var page = await browser.NewPage(Device.Narrow with { Script = false });
        await page.GotoAsync(demo.Url(demo.LinkOf(person)));
        await page.GotoAsync($"{page.Url}/{part}");
        Assert.Equal(0, await page.Locator("main input:checked").CountAsync());
        await TabToAsync(page, page.Locator("main input[type=radio]").First);
        for (var i = 0; i < 5 && !await page.Locator($"main input[value={answer}]:focus").IsVisibleAsync(); i++) await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, page.Locator("main form .button"));
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), found => found.Request.IsNavigationRequest && found.Status == 200);
        if (then.Length > 0) await page.WaitForURLAsync(url => url.Contains(then, StringComparison.Ordinal) && !url.EndsWith($"/{part}", StringComparison.Ordinal));
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
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }

        Assert.Fail($"Tab never reaches {target} on {page.Url}");
    }

    /// <summary>Ticks off what has the focus, with the whole group of a radio; null when the round is over, and the element when its focus cannot be seen.</summary>
    const string Arrive = """
        () => {
          const here = document.activeElement
          if (!here || here === document.body) return null
          for (const other of window.missed) if (other === here || (here.type === 'radio' && other.name === here.name)) window.missed.delete(other)
          for (let e = here, i = 0; e && i < 4; e = e.parentElement, i++) {
            const style = getComputedStyle(e)
            if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) return ''
          }
          return here.outerHTML.slice(0, 120)
        }
        """;
}
