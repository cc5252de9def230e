using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>The whole chain over HTTP, held against what was written first.</summary>
public sealed class ChainTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task One_table_travels_from_its_wanted_perspectives_to_the_end_of_its_actions()
    {
        var story = new ChainStory(new HttpStage(site));
        var seen = new List<string>();
        await story.PlayAsync(
            (link, _) =>
            {
                seen.Add(link);
                return Task.CompletedTask;
            }
        );

        Assert.Equal(ChainOutcome.Links, seen);
        Assert.Empty(await new ChainOutcome(story).DifferencesAsync());
    }
}
