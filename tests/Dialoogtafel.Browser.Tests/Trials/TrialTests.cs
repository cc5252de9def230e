using System.Collections.Concurrent;
using System.Globalization;
using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Dialoogtafel.Browser.Tests.Trials;

/// <summary>
/// Whatever happens while somebody types, at most two seconds of typing are lost, or without script
/// the page; nothing is overwritten.
/// </summary>
[Trait("Kind", "story")]
[Collection("Trials")]
public sealed class TrialTests(Rig.Browser browser, ITestOutputHelper output)
{
    /// <summary>People who type at the same time; more would only make the machine slow.</summary>
    const int AtOnce = 6;

    /// <summary>A long run may be followed in this file.</summary>
    static string? Journal => Environment.GetEnvironmentVariable("DIALOOGTAFEL_TRIALS");

    static int Trials => Environment.GetEnvironmentVariable("DIALOOGTAFEL_HEAVY") == "1" ? 200 : 10;

    [BrowserFact]
    public async Task At_most_two_seconds_of_typing_or_without_script_the_page_is_lost_and_nothing_is_overwritten()
    {
        var outcomes = await RunAsync([.. Enumerable.Range(0, Trials)]);

        Assert.Equal(Trials, outcomes.Count);
        Assert.True(
            outcomes.All(item => item.Faults.Count == 0),
            string.Join('\n', outcomes.Where(item => item.Faults.Count > 0))
        );
    }

    [BrowserTheory]
    [InlineData(Mishap.SecondTab)]
    [InlineData(Mishap.TwoDevices)]
    public async Task Without_keeping_beside_the_trial_sees_words_disappear(Mishap mishap)
    {
        var outcomes = await RunAsync(SeedsOf(mishap), OneAnswerEach.Sabotage);

        Assert.Contains(outcomes, item =>
            item.Faults.Any(fault => fault.StartsWith("overwritten", StringComparison.Ordinal))
        );
    }

    [BrowserFact]
    public async Task Without_saving_by_itself_the_trial_sees_words_lost()
    {
        var outcomes = await RunAsync(
            SeedsOf(Mishap.CloseTab),
            _ => { },
            context => context.RouteAsync("**/question.js*", route => route.AbortAsync())
        );

        Assert.Contains(outcomes, item =>
            item.Faults.Any(fault => fault.StartsWith("lost more than two seconds", StringComparison.Ordinal))
        );
    }

    /// <summary>Three trials with script.</summary>
    static List<int> SeedsOf(Mishap mishap) =>
        [.. Enumerable.Range(0, 100).Where(seed => Trial.MishapOf(seed) == mishap && Trial.HasScript(seed)).Take(3)];

    async Task<IReadOnlyList<Outcome>> RunAsync(
        List<int> seeds,
        Action<IServiceCollection>? change = null,
        Func<IBrowserContext, Task>? sabotage = null
    )
    {
        var outcomes = new ConcurrentBag<Outcome>();
        // A site that is killed is alone with the person whose trial that is.
        var (kills, others) = (
            seeds.Where(seed => Trial.MishapOf(seed) == Mishap.KillSite).ToList(),
            seeds.Where(seed => Trial.MishapOf(seed) != Mishap.KillSite).ToList()
        );
        await Task.WhenAll(LaneAsync(kills, 1), LaneAsync(others, AtOnce - 1));
        foreach (var outcome in outcomes.OrderBy(item => item.Seed))
            output.WriteLine(outcome.ToString());
        foreach (var kind in outcomes.GroupBy(item => item.What).OrderBy(item => item.Key, StringComparer.Ordinal))
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind.Count(), 3} × {kind.Key}: lost at most "
                        + $"{kind.Max(item => item.LostSeconds):0.00} s, {kind.Max(item => item.LostKeys)} keys; "
                        + $"faults {kind.Sum(item => item.Faults.Count)}"
                )
            );
        return [.. outcomes];

        async Task LaneAsync(List<int> own, int atOnce)
        {
            if (own.Count == 0)
                return;
            await using var site = await TypingSite.WithAsync(own.Count, change);
            await Parallel.ForEachAsync(own, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (seed, _) =>
            {
                var outcome = await Trial.RunAsync(browser, site, seed, change is not null, sabotage);
                outcomes.Add(outcome);
                if (Journal is { } file)
                    lock (outcomes)
                        File.AppendAllText(file, $"{outcome}\n");
            });
        }
    }
}
