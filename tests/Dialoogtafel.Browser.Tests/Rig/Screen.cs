using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>Pictures for looking, never compared by program. They land in TestResults/screens, outside version control.</summary>
public static class Screen
{
    static readonly string Folder = Path.Combine(Repository.Root, "TestResults", "screens");

    /// <param name="name">For example <c>bord-desktop</c>; "-dark" is added in dark colours.</param>
    /// <returns>The file that was written.</returns>
    public static async Task<string> Shot(this IPage page, string name, bool dark = false)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        var file = Path.Combine(Folder, dark ? $"{name}-dark.png" : $"{name}.png");
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
        return file;
    }

    /// <summary>Fails when the page is wider than its window (WCAG 2.2, 1.4.10), and names what sticks out.</summary>
    public static async Task NoSidewaysScroll(this IPage page)
    {
        var wide = await page.EvaluateAsync<string[]>(
            "() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]" +
            ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.localName + '.' + e.className).slice(0, 5)" +
            ".concat('scroll width ' + document.documentElement.scrollWidth)");
        Assert.True(wide.Length == 0, $"{page.Url} scrolls sideways: {string.Join(", ", wide)}");
    }
}
