using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>
/// Nine people prepare, over HTTP, held against the tables that were written first.
/// </summary>
[Trait("Kind", "story")]
public sealed class NinePeopleTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Nine_people_prepare_as_was_written_down_before()
    {
        var story = new NineStory(new HttpStage(site));
        var outcome = new NineOutcome(story);
        var differences = new List<string>();

        await story.PlayAsync(async moment => differences.AddRange(await outcome.MomentAsync(moment)));
        differences.AddRange(await outcome.AnswersAsync());
        differences.AddRange(await outcome.MailsAsync());

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
