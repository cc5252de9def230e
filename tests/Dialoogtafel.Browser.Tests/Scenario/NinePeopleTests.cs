using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Web.Tests.Scenario;

namespace Dialoogtafel.Browser.Tests.Scenario;

/// <summary>
/// Nine people prepare, in real browsers that save by themselves, held against the same tables
/// as over HTTP.
/// </summary>
[Trait("Kind", "story")]
[Collection("Stories")]
public sealed class NinePeopleTests(Rig.Browser browser)
{
    /// <summary>Whose Mijn tafel is looked at more closely: who is ready, who is not, who thinks along.</summary>
    static readonly string[] Looked = ["Amina", "Fatima", "Ineke"];

    [BrowserFact]
    public async Task Nine_people_prepare_in_chromium_as_was_written_down_before()
    {
        await using var stage = new ChromiumStage(browser);
        var story = new NineStory(stage);
        var outcome = new NineOutcome(story);
        var differences = new List<string>();

        await story.PlayAsync(async moment =>
        {
            differences.AddRange(await outcome.MomentAsync(moment));
            await LookAsync(await story.FennaAsync(), $"negen-{moment.Replace(' ', '-')}");
        });
        differences.AddRange(await outcome.AnswersAsync());
        differences.AddRange(await outcome.MailsAsync());
        foreach (var name in Looked)
            await LookAsync(await story.OpenLinkAsync(name), $"negen-{name}");

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    static async Task LookAsync(IWalker walker, string name)
    {
        var page = ((ChromiumWalker)walker).Page;
        await page.NoAxeViolations();
        await page.ShotIfAsked(name);
    }
}
