using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Web.Tests.Scenario;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Scenario;

/// <summary>
/// The whole chain in real browsers, held against the same tables as over HTTP; every link is looked at, and what is
/// for paper is printed.
/// </summary>
[Trait("Kind", "story")]
[Collection("Stories")]
public sealed class ChainTests(Rig.Browser browser)
{
    /// <summary>Sheets of A4 that each takes at most.</summary>
    static readonly Dictionary<string, int> Sheets = new() { ["programma op papier"] = 2, ["verslag op papier"] = 2 };

    [BrowserFact]
    public async Task One_table_travels_in_chromium_from_its_wanted_perspectives_to_the_end_of_its_actions()
    {
        await using var stage = new ChromiumStage(browser);
        var story = new ChainStory(stage);
        var seen = new List<string>();

        await story.PlayAsync(
            async (link, walker) =>
            {
                seen.Add(link);
                var page = ((ChromiumWalker)walker).Page;
                // The dark theme of these pages is judged with the demo.
                Assert.Empty(await page.AxeIn(ColorScheme.Light));
                await page.ShotIfAsked($"keten-{link.Replace(' ', '-')}");
                if (Sheets.TryGetValue(link, out var most))
                    Assert.InRange(await SheetsAsync(page), 1, most);
            }
        );

        Assert.Equal(ChainOutcome.Links, seen);
        Assert.Empty(await new ChainOutcome(story).DifferencesAsync());
    }

    static async Task<int> SheetsAsync(IPage page)
    {
        var pdf = System.Text.Encoding.Latin1.GetString(
            await page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true })
        );
        return System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b");
    }
}
