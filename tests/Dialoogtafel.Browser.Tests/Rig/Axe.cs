using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// axe-core, the referee for accessibility. It finds a part of the problems only; journeys by keyboard and looking do
/// the rest.
/// </summary>
public static class Axe
{
    /// <summary>WCAG 2.2, levels A and AA.</summary>
    static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>
    /// Asks axe-core about the page as it stands, in light and in dark; leaves the page in light. Fails with rule,
    /// place and advice.
    /// </summary>
    public static async Task NoAxeViolations(this IPage page)
    {
        var found = await page.AxeInBothThemes();
        Assert.True(found.Count == 0, $"{page.Url}\n{string.Join('\n', found)}");
    }

    /// <summary>What axe-core finds in dark and in light, one line each; leaves the page in light.</summary>
    public static async Task<IReadOnlyList<string>> AxeInBothThemes(this IPage page)
    {
        var found = new List<string>(await page.AxeIn(ColorScheme.Dark));
        found.AddRange(await page.AxeIn(ColorScheme.Light));
        return found;
    }

    /// <summary>What axe-core finds in one theme, one line each; leaves the page in light.</summary>
    public static async Task<IReadOnlyList<string>> AxeIn(this IPage page, ColorScheme theme)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
        var found = await page.AxeViolations();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        return [.. found.Select(line => $"{theme}: {line}")];
    }

    /// <summary>One line per element that breaks a rule, in the colours that the page has now.</summary>
    public static async Task<IReadOnlyList<string>> AxeViolations(this IPage page)
    {
        // A page is judged several times; its 600 kB come once.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Source);
        return await page.EvaluateAsync<string[]>(Ask, Tags);
    }

    static readonly string Source = new BundledAxeScriptProvider().GetScript();

    // A mail is shown in a frame that may run no script, so axe would wait for its answer for ever; the frame's own
    // page is judged as HTML.
    const string Ask = """
        async tags => {
          const only = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false }
          const found = await axe.run(document, only)
          const line = (rule, node) =>
            `${rule.id} (${rule.impact}) at ${node.target}: ${rule.help} · ${node.html}`
          return found.violations.flatMap(rule => rule.nodes.map(node => line(rule, node)))
        }
        """;
}
