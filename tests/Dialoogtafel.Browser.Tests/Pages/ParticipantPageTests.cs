using System.IO.Compression;
using Dialoogtafel.Browser.Tests.Rig;
using Dialoogtafel.Domain.Series;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>Every page for participants and every page before signing in (D-16, D-19).</summary>
[Collection("Participants")]
public sealed class ParticipantPageTests(Rig.Browser browser, DemoSite demo, ITestOutputHelper output)
    : IClassFixture<DemoSite>
{
    const int Compressed = 20 * 1024;

    [BrowserTheory(html: true)]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Axe_and_the_validator_find_nothing_in_either_theme(string language)
    {
        var page = await browser.NewPage(Device.Phone);
        await page.Context.SpeakAsync(demo, language);
        var (served, problems) = (new Dictionary<string, string>(), new List<string>());
        foreach (var seen in ParticipantPages.All(demo))
        {
            served[seen.Name] = await page.SeeAsync(demo, seen);
            problems.AddRange((await page.AxeInBothThemes()).Select(line => $"{seen.Name}: {line}"));
        }

        problems.AddRange(await Html.Problems(served));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        await page.Context.CloseAsync();
    }

    [BrowserTheory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Nothing_scrolls_sideways_at_320_pixels_or_at_400_percent_and_without_script(string language)
    {
        foreach (var device in new[] { Device.Narrow with { Script = false }, Device.Zoomed400 })
        {
            var page = await browser.NewPage(device);
            await page.Context.SpeakAsync(demo, language);
            foreach (var seen in ParticipantPages.All(demo))
            {
                if (seen.Press && !device.Script)
                    continue;
                await page.SeeAsync(demo, seen);
                await page.NoSidewaysScroll();
            }

            await page.Context.CloseAsync();
        }
    }

    [BrowserFact]
    public async Task The_button_of_Mijn_tafel_is_seen_without_scrolling_on_the_smallest_phone()
    {
        foreach (var language in new[] { "nl", "en" })
        {
            var page = await browser.NewPage(Device.Narrow with { Height = 568 });
            await page.Context.SpeakAsync(demo, language);
            foreach (var person in new[] { "Kofi", "Youssef" })
            {
                await page.GotoAsync(demo.Url(demo.LinkOf(person)));
                var button = (await page.Locator("main .button").BoundingBoxAsync())!;
                Assert.True(
                    button.Y + button.Height <= 568,
                    $"{person}, {language}: the button ends at {button.Y + button.Height}"
                );
            }

            await page.Context.CloseAsync();
        }
    }

    [BrowserFact]
    public async Task The_last_days_after_and_a_cancelled_table_keep_to_the_same_rules()
    {
        await using var other = new DemoSite();
        var page = await browser.NewPage(Device.Narrow with { Height = 568 });
        var served = new Dictionary<string, string>();
        (string Name, Action<Gathering> Change)[] states =
        [
            ("bijna", table => table.StartsAt = DemoSite.Now.AddHours(20)),
            ("na", table => table.StartsAt = DemoSite.Now.AddDays(-2)),
            ("afgezegd", table => (table.StartsAt, table.CancelledAt) = (DemoSite.Now.AddDays(5), DemoSite.Now)),
        ];
        foreach (var (name, change) in states)
        {
            await other.ChangeTableAsync(change);
            await SeeAsync(name, other.LinkOf("Amina"));
        }

        await other.ChangeTableAsync(table => table.CancelledAt = null);
        await SeeAsync("terugzien", await other.SeeAgainLinkAsync("Dewi"));
        await page.GotoAsync(other.Url(other.LinkOf("Dewi")));
        await page.Locator("form[action$=terugzien] button").ClickAsync();
        await SeeAsync("terugzien-verstuurd", null);
        Assert.Empty(await Html.Problems(served));
        await page.Context.CloseAsync();

        async Task SeeAsync(string name, string? path)
        {
            foreach (var language in new[] { "en", "nl" })
            {
                if (path is null && language == "en")
                    continue;
                await page.Context.SpeakAsync(other, language);
                if (path is not null)
                    served[$"{name}-{language}"] = await (await page.GotoAsync(other.Url(path)))!.TextAsync();
                await page.NoSidewaysScroll();
                await page.NoAxeViolations();
            }

            await page.ShotIfAsked($"mijn-tafel-{name}");
        }
    }

    [BrowserFact]
    public async Task A_page_takes_three_requests_at_most_besides_fonts_and_20_kB_compressed()
    {
        // Several at once: each waits until its network has been quiet for half a second.
        await Parallel.ForEachAsync(
            ParticipantPages.All(demo).Where(item => !item.Press).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (seen, _) =>
            {
                // A fresh browser: nothing is cached.
                var page = await browser.NewPage(Device.Phone);
                var requests = new List<IResponse>();
                page.Response += (_, answer) => requests.Add(answer);
                await page.GotoAsync(
                    demo.Url(seen.Path),
                    new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle }
                );
                var fetched = requests
                    .Where(answer => answer.Request.ResourceType != "font" && answer.Status is < 300 or >= 400)
                    .ToList();
                var sizes = await Task.WhenAll(fetched.Select(async answer => Gzip(await answer.BodyAsync())));
                output.WriteLine($"{seen.Name}: {fetched.Count} requests, {sizes.Sum()} bytes compressed");
                Assert.InRange(fetched.Count, 1, 3);
                Assert.InRange(sizes.Sum(), 500, Compressed);
                Assert.InRange(requests.Count(answer => answer.Request.ResourceType == "font"), 0, 2);
                Assert.All(requests, answer => Assert.StartsWith(demo.Url("/"), answer.Url, StringComparison.Ordinal));
                await page.Context.CloseAsync();
            }
        );
    }

    static int Gzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(body);
        return (int)packed.Length;
    }
}
