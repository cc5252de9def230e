using Dialoogtafel.Browser.Tests.Rig;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>Somebody without a mouse comes everywhere.</summary>
[Collection("Browser")]
public sealed class KeyboardTests(Rig.Browser browser, DemoSite demo) : IClassFixture<DemoSite>
{
    const string Controls =
        "main :is(a[href], button, input:not([type=hidden]), select, textarea, summary), header :is(a, "
        + "button), footer :is(a, summary)";

    [BrowserFact]
    public async Task Every_control_of_every_page_is_reached_by_Tab_and_seen_when_it_has_the_focus()
    {
        var page = await browser.NewPage(Device.Phone);
        foreach (var seen in ParticipantPages.All(demo))
        {
            await page.SeeAsync(demo, seen);
            var missed = await page.EvaluateAsync<string[]>(
                "selector => { window.missed = new Set([...document.querySelectorAll(selector)].filter(e "
                    + "=> e.checkVisibility())); document.activeElement.blur(); return [] }",
                Controls
            );
            Assert.Empty(missed);
            var unseen = new List<string>();
            // A page with an error begins at its summary: one goes past the end once, to come by what stands before it.
            for (int stop = 0, rounds = 0; stop < 150 && rounds < 2; stop++)
            {
                await page.Keyboard.PressAsync("Tab");
                var here = await page.EvaluateAsync<string?>(Arrive);
                if (here is null)
                    rounds++;
                else if (here.Length > 0)
                    unseen.Add(here);
            }

            var left = await page.EvaluateAsync<string[]>(
                "() => [...window.missed].map(e => e.outerHTML.slice(0, 120))"
            );
            Assert.True(left.Length == 0, $"{seen.Name}: Tab never reaches {string.Join(" · ", left)}");
            Assert.True(unseen.Count == 0, $"{seen.Name}: the focus cannot be seen on {string.Join(" · ", unseen)}");
        }

        await page.Context.CloseAsync();
    }

    /// <summary>
    /// Ticks off what has the focus, with the whole group of a radio; null when the round is over, and the element when
    /// its focus cannot be seen.
    /// </summary>
    const string Arrive = """
        () => {
          const here = document.activeElement
          if (!here || here === document.body) return null
          const same = other => other === here || (here.type === 'radio' && other.name === here.name)
          for (const other of window.missed) if (same(other)) window.missed.delete(other)
          for (let e = here, i = 0; e && i < 4; e = e.parentElement, i++) {
            const style = getComputedStyle(e)
            if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) return ''
          }
          return here.outerHTML.slice(0, 120)
        }
        """;
}
