using Dialoogtafel.Browser.Tests.Rig;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>Pictures of every page for participants, for somebody to look at; see docs/looks.md.</summary>
[Collection("Browser")]
public sealed class ScreenTests(Rig.Browser browser, DemoSite demo) : IClassFixture<DemoSite>
{
    [BrowserFact]
    public async Task Every_page_has_a_picture_when_asked()
    {
        if (!Screen.Asked)
            return;
        foreach (var device in new[] { Device.Desktop, Device.Phone })
        {
            var page = await browser.NewPage(device);
            await page.Context.SpeakAsync(demo, "nl");
            foreach (var seen in ParticipantPages.All(demo))
            {
                await page.SeeAsync(demo, seen);
                await page.ShotIfAsked($"{seen.Name}-{device.Width}");
            }

            await page.Context.CloseAsync();
        }

        Assert.True(Directory.GetFiles(Screen.Folder).Length > 100);
    }
}
