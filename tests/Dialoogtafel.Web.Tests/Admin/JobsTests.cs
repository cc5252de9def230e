using System.Net;
using AngleSharp.Html.Dom;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Jobs;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>
/// /beheer/taken (Hangfire's own page): who may look, what stands there, and that nothing can be done there.
/// </summary>
public sealed class JobsTests : IDisposable
{
    private const string Path = "/beheer/taken";
    private const string Canary = "kanarie@thuis.example";
    private readonly Site site = new();

    public JobsTests() =>
        site.With(services =>
            services.AddSingleton(
                new Schedule(
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"),
                    [
                        ScheduleEntry.Of<Fine>("proef-goed", "*/5 * * * *", "test"),
                        ScheduleEntry.Of<Failing>("proef-fout", "30 3 * * *", "test"),
                    ]
                )
            )
        );

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData(TeamRole.Administrator, HttpStatusCode.OK)]
    [InlineData(TeamRole.Organiser, HttpStatusCode.NotFound)]
    [InlineData(TeamRole.CoResearcher, HttpStatusCode.NotFound)]
    [InlineData(TeamRole.Facilitator, HttpStatusCode.NotFound)]
    public async Task Only_the_technical_administrator_sees_the_jobs(TeamRole role, HttpStatusCode expected)
    {
        var browser = await site.SignedInAsync(
            "tim",
            role,
            role == TeamRole.Administrator ? null : await site.ProjectAsync("Werk")
        );
        foreach (
            var path in new[] { Path, Path + "/", Path + "/recurring", Path + "/servers", Path + "/jobs/succeeded" }
        )
        {
            using var answer = await browser.GetAsync(path);
            Assert.True(answer.StatusCode == expected, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Nobody_sees_them_without_signing_in_and_the_administrator_not_by_the_mailed_link_alone()
    {
        using var nobody = site.Open();
        using var byLink = await site.SignedInByLinkAsync(
            await site.MemberAsync("tim", (TeamRole.Administrator, null))
        );
        foreach (var path in new[] { Path, Path + "/recurring", Path + "/jobs/details/1", Path + "/js1880" })
        {
            using var asked = await nobody.GetAsync(path);
            Assert.StartsWith("/team/inloggen", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
            using var half = await byLink.GetAsync(path);
            Assert.StartsWith("/team/tweede-stap", half.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_shows_every_job_and_what_went_wrong_and_nobodys_data()
    {
        var browser = await site.SignedInAsync("tim", TeamRole.Administrator, null);
        using var engine = ActivatorUtilities.CreateInstance<ClockEngine>(site.Services);
        await engine.StartAsync(default);
        try
        {
            var pages = await UntilAsync(
                () => PagesAsync(browser),
                found =>
                    found.Contains("proef-goed", StringComparison.Ordinal)
                    && found.Contains(nameof(InvalidOperationException), StringComparison.Ordinal)
            );

            Assert.Contains("proef-fout", pages, StringComparison.Ordinal);
            Assert.DoesNotContain(Canary, pages, StringComparison.Ordinal);
        }
        finally
        {
            await engine.StopAsync(default);
        }
    }

    [Fact]
    public async Task Nothing_can_be_done_there_and_the_styles_of_that_page_are_allowed_there_only()
    {
        var browser = await site.SignedInAsync("tim", TeamRole.Administrator, null);
        using var page = await browser.GetAsync(Path);
        using var status = await browser.GetAsync("/beheer/status");

        Assert.Contains("style-src 'self' 'unsafe-inline'", PolicyOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", PolicyOf(page), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'self'; ", PolicyOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", PolicyOf(status), StringComparison.Ordinal);
        Assert.Empty((await page.PageAsync()).QuerySelectorAll("main form, #wrap form, script:not([src])"));
        foreach (
            var command in new[]
            {
                "/recurring/trigger",
                "/recurring/remove",
                "/jobs/succeeded/requeue",
                "/jobs/actions/delete/1",
            }
        )
        {
            using var post = await browser.PostAsync(Path + command, null);
            Assert.True((int)post.StatusCode is 404 or 405, $"POST {command}: {post.StatusCode}");
            using var get = await browser.GetAsync(Path + command);
            Assert.True((int)get.StatusCode is 401 or 404, $"GET {command}: {get.StatusCode}");
        }
    }

    [Fact]
    public async Task The_page_of_the_engines_gets_its_numbers_with_its_token_only()
    {
        var browser = await site.SignedInAsync("tim", TeamRole.Administrator, null);
        using var bare = await browser.PostAsync(Path + "/stats", null);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        var page = await browser.PageAsync(Path);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + "/stats")
        {
            Content = new FormUrlEncodedContent([new("metrics[]", "recurring:count")]),
        };
        request.Headers.Add(Meta(page, "csrf-header"), Meta(page, "csrf-token"));
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("recurring:count", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Its scripts and styles come from the same path.
        foreach (
            var file in page.QuerySelectorAll("script[src]")
                .Select(item => item.GetAttribute("src")!)
                .Concat(page.QuerySelectorAll("link[rel=stylesheet]").Select(item => item.GetAttribute("href")!))
        )
        {
            Assert.StartsWith(Path + "/", file, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(file)).StatusCode);
        }
    }

    [Fact]
    public async Task The_status_page_leads_the_administrator_to_the_jobs()
    {
        var administrator = await site.SignedInAsync("tim", TeamRole.Administrator, null);
        var organiser = await site.SignedInAsync("olga", TeamRole.Organiser, await site.ProjectAsync("Werk"));

        var page = await administrator.PageAsync("/beheer/status");
        Assert.NotNull(page.QuerySelector($"main a[href='{Path}']"));
        Assert.Null((await organiser.PageAsync("/beheer/status")).QuerySelector($"main a[href='{Path}']"));
    }

    /// <summary>Everything that can be read there.</summary>
    private static async Task<string> PagesAsync(HttpClient browser)
    {
        var first = await browser.GetStringAsync(Path);
        var lists = new List<string> { first };
        foreach (
            var list in new[]
            {
                "/recurring",
                "/servers",
                "/retries",
                "/jobs/enqueued",
                "/jobs/processing",
                "/jobs/scheduled",
                "/jobs/succeeded",
                "/jobs/failed",
                "/jobs/deleted",
            }
        )
        {
            lists.Add(await browser.GetStringAsync(Path + list));
        }

        var details = lists
            .SelectMany(list =>
                System
                    .Text.RegularExpressions.Regex.Matches(list, Path + "/jobs/details/[0-9A-Za-z-]+")
                    .Select(match => match.Value)
            )
            .Distinct()
            .ToList();
        foreach (var detail in details)
        {
            lists.Add(await browser.GetStringAsync(detail));
        }

        return string.Join('\n', lists);
    }

    private static async Task<string> UntilAsync(Func<Task<string>> read, Func<string, bool> done)
    {
        for (var tries = 0; ; tries++)
        {
            var found = await read();
            if (done(found) || tries == 100)
            {
                Assert.True(done(found), found);
                return found;
            }

            await Task.Delay(100);
        }
    }

    private static string PolicyOf(HttpResponseMessage answer) =>
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

    private static string Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[name={name}]")!.GetAttribute("content")!;

    private sealed class Fine : IJob
    {
        public Task RunAsync(CancellationToken stop) => Task.CompletedTask;
    }

    private sealed class Failing : IJob
    {
        public Task RunAsync(CancellationToken stop) => throw new InvalidOperationException($"550 {Canary} is unknown");
    }
}
