using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>
/// A job that keeps failing is named on the status page and in readiness, and no more once it goes well.
/// </summary>
public sealed class FailingJobTests : IDisposable
{
    private const string Canary = "kanarie@thuis.example";
    private readonly Mood mood = new();
    private readonly Site site = new();

    public FailingJobTests() => site.With(services => services.AddSingleton(mood));

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task It_is_named_after_three_times_in_a_row_with_the_kind_of_fault_and_gone_after_one_that_goes_well()
    {
        await RunAsync(2);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ReadyAsync());
        Assert.Contains("Alles doet het.", await StatusAsync(TeamRole.Organiser), StringComparison.Ordinal);

        site.Clock.Move(TimeSpan.FromMinutes(5));
        await RunAsync(1);
        // Pages still work, so a load balancer must not take them away.
        Assert.Equal(
            (
                HttpStatusCode.OK,
                "Degraded: job herinneringen keeps failing (InvalidOperationException < FormatException)"
            ),
            await ReadyAsync()
        );
        var page = await StatusAsync(TeamRole.Administrator);
        Assert.Contains(
            "De taak herinneringen gaat steeds mis: 3 keer achter elkaar, sinds 2 november 10.00 uur "
                + "(InvalidOperationException < FormatException).",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("Er is iets om naar te kijken.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, page, StringComparison.Ordinal);

        mood.IsGood = true;
        await RunAsync(1);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ReadyAsync());
        Assert.DoesNotContain("gaat steeds mis", await StatusAsync(TeamRole.Organiser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_that_are_not_in_a_row_are_no_reason_to_worry()
    {
        for (var times = 0; times < 4; times++)
        {
            mood.IsGood = false;
            await RunAsync(2);
            mood.IsGood = true;
            await RunAsync(1);
        }

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ReadyAsync());
    }

    [Fact]
    public async Task A_run_that_was_stopped_half_way_neither_counts_nor_clears()
    {
        await RunAsync(2);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await site.Services.GetRequiredService<JobRunner>().RunAsync(typeof(Moody), "herinneringen", stopped.Token);
        Assert.Equal("Healthy", (await ReadyAsync()).Text);
        await RunAsync(1);

        Assert.StartsWith("Degraded: ", (await ReadyAsync()).Text, StringComparison.Ordinal);
    }

    private async Task RunAsync(int times)
    {
        for (var run = 0; run < times; run++)
        {
            await site.Services.GetRequiredService<JobRunner>().RunAsync(typeof(Moody), "herinneringen", default);
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> ReadyAsync()
    {
        using var answer = await site.CreateClient().GetAsync("/healthz/ready");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> StatusAsync(TeamRole role)
    {
        var browser = await site.SignedInAsync(
            $"tim{Guid.NewGuid():N}",
            role,
            role == TeamRole.Administrator ? null : await site.ProjectAsync("Werk")
        );
        return (await browser.PageAsync("/beheer/status")).Words();
    }

    private sealed class Mood
    {
        public bool IsGood { get; set; }
    }

    private sealed class Moody(Mood mood) : IJob
    {
        public Task RunAsync(CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            return mood.IsGood
                ? Task.CompletedTask
                : throw new InvalidOperationException($"550 {Canary} is unknown", new FormatException(Canary));
        }
    }
}
