using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// One Chromium for a collection of tests; every page gets a context of its own, so cookies never meet by accident.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? playwright;
    IBrowser? chromium;

    /// <summary>
    /// A fresh, empty browser: what one person has on one device. Dutch, Europe/Amsterdam; the caller closes it.
    /// </summary>
    /// <param name="cookies">The cookies of an earlier browser, as its StorageState gave them.</param>
    /// <param name="of">Another Chromium than the one of the collection.</param>
    public async Task<IBrowserContext> NewContext(Device? device = null, string? cookies = null, IBrowser? of = null)
    {
        var on = device ?? Device.Desktop;
        var context = await (of ?? chromium!).NewContextAsync(
            new BrowserNewContextOptions
            {
                StorageState = cookies,
                ViewportSize = new ViewportSize { Width = on.Width, Height = on.Height },
                DeviceScaleFactor = on.Zoom,
                JavaScriptEnabled = on.Script,
                ColorScheme = on.Dark ? ColorScheme.Dark : ColorScheme.Light,
                Locale = on.Language,
                TimezoneId = "Europe/Amsterdam",
                ReducedMotion = ReducedMotion.Reduce,
                IgnoreHTTPSErrors = true,
            }
        );
        // Only how long a failing test takes: a busy machine may be slow.
        context.SetDefaultTimeout(60_000);
        return context;
    }

    /// <summary>A page in a fresh context; closing the context closes both.</summary>
    public async Task<IPage> NewPage(Device? device = null) => await (await NewContext(device)).NewPageAsync();

    /// <summary>A Chromium that may be killed; the caller ends it.</summary>
    public Task<IBrowser> Launch() =>
        playwright!.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = Chromium.Arguments }
        );

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        playwright = await Playwright.CreateAsync();
        chromium = await Launch();
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null)
            await chromium.CloseAsync();
        playwright?.Dispose();
    }
}

/// <summary>Pages, one by one.</summary>
[CollectionDefinition("Browser")]
public sealed class BrowserCollection : ICollectionFixture<Browser>;

/// <summary>The pages of participants, beside those of the team.</summary>
[CollectionDefinition("Participants")]
public sealed class ParticipantsCollection : ICollectionFixture<Browser>;

/// <summary>Whole stories, in a Chromium of their own beside the pages.</summary>
[CollectionDefinition("Stories")]
public sealed class StoriesCollection : ICollectionFixture<Browser>;

/// <summary>Typing that is cut off at a measured moment; nothing else runs then.</summary>
[CollectionDefinition("Trials", DisableParallelization = true)]
public sealed class TrialsCollection : ICollectionFixture<Browser>;
