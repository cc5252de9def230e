namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>Where the browser of this computer is. The tests drive an installed Chromium and never download one. The
/// shell without a window comes first: the same engine, and no tabs and menus that are drawn for nobody, which cost
/// most of the suite's time.</summary>
public static class Chromium
{
    static readonly string[] Places =
    [
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    /// <summary>
    /// Quiet and alike on every computer: nothing is fetched, synchronised or updated while a test looks at requests.
    /// </summary>
    public static readonly IReadOnlyList<string> Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>The environment variable <c>DIALOOGTAFEL_CHROMIUM</c> wins; null when no browser is found.</summary>
    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("DIALOOGTAFEL_CHROMIUM") is { Length: > 0 } named
            ? named
            : Places.FirstOrDefault(File.Exists);
}
