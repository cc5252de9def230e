using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Web.Tests.Scenario;

namespace Dialoogtafel.Browser.Tests.Scenario;

/// <summary>Eighteen people asked for one table, in real browsers, held against the same table as over HTTP.</summary>
[Trait("Kind", "story")]
[Collection("Stories")]
public sealed class EighteenPeopleTests(Rig.Browser browser)
{
    /// <summary>Whose phones are looked at more closely: who comes, who thinks along, who is silent.</summary>
    static readonly string[] Looked = ["Amina", "Els", "Paula"];

    [BrowserFact]
    public async Task Eighteen_people_and_one_table_come_out_in_chromium_as_was_written_down_before()
    {
        await using var stage = new ChromiumStage(browser);
        var story = new Story(stage);
        var outcome = new Outcome(story);
        var differences = new List<string>();

        await story.PlayAsync(async moment =>
        {
            differences.AddRange(await outcome.CountsAsync(moment));
            await LookAsync(story.Organiser, $"verhaal-{moment.Replace(' ', '-')}");
        });
        differences.AddRange(await outcome.PeopleAsync());
        foreach (var name in Looked)
            await LookAsync(await story.OpenLinkAsync(name), $"verhaal-{name}");

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    static async Task LookAsync(IWalker walker, string name)
    {
        var page = ((ChromiumWalker)walker).Page;
        await page.NoAxeViolations();
        await page.ShotIfAsked(name);
    }
}
