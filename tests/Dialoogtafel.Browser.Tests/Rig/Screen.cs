using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// Pictures for looking, never compared by program. They land in TestResults/screens, outside version control.
/// </summary>
public static class Screen
{
    public static readonly string Folder = Path.Combine(Repository.Root, "TestResults", "screens");

    /// <summary>
    /// Pictures of every page cost minutes, so they are made with <c>DIALOOGTAFEL_SCREENS=1</c> only.
    /// </summary>
    public static bool Asked { get; } = Environment.GetEnvironmentVariable("DIALOOGTAFEL_SCREENS") == "1";

    /// <summary>The page in light and in dark, when asked for; leaves it in light.</summary>
    public static async Task ShotIfAsked(this IPage page, string name)
    {
        if (!Asked)
            return;
        await page.Shot(name, dark: true);
        await page.Shot(name);
    }

    /// <param name="name">For example <c>bord-desktop</c>; "-dark" is added in dark colours.</param>
    /// <returns>The file that was written.</returns>
    public static async Task<string> Shot(this IPage page, string name, bool dark = false)
    {
        await page.EmulateMediaAsync(
            new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light }
        );
        var file = Path.Combine(Folder, dark ? $"{name}-dark.png" : $"{name}.png");
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
        return file;
    }

    /// <summary>Fails when the page is wider than its window (WCAG 2.2, 1.4.10), and names what sticks out.</summary>
    public static async Task NoSidewaysScroll(this IPage page)
    {
        var wide = await page.StickingOut();
        Assert.True(wide.Length == 0, $"{page.Url} scrolls sideways: {string.Join(", ", wide)}");
    }

    /// <summary>What makes the page wider than its window; empty when nothing does.</summary>
    public static Task<string[]> StickingOut(this IPage page) =>
        page.EvaluateAsync<string[]>(
            "() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.localName + '.' "
                + "+ e.className).slice(0, 5)"
                + ".concat('scroll width ' + document.documentElement.scrollWidth)"
        );
}
