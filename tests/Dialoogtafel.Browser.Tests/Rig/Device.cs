namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>What somebody looks through.</summary>
/// <param name="Width">Viewport in CSS pixels.</param>
/// <param name="Height">Viewport in CSS pixels.</param>
/// <param name="Script">False: a browser without JavaScript. The axe check needs script.</param>
/// <param name="Zoom">Screen pixels for each CSS pixel.</param>
/// <param name="Language">What the browser asks for.</param>
public sealed record Device(
    int Width,
    int Height,
    bool Script = true,
    bool Dark = false,
    float Zoom = 1,
    string Language = "nl-NL"
)
{
    public static readonly Device Desktop = new(1280, 900);
    public static readonly Device Phone = new(390, 844, Zoom: 2);

    /// <summary>The narrowest page that must work without scrolling sideways (WCAG 2.2, 1.4.10).</summary>
    public static readonly Device Narrow = new(320, 640);

    /// <summary>What 400 % zoom leaves of a 1280 × 1024 window.</summary>
    public static readonly Device Zoomed400 = new(320, 256, Zoom: 4);
    public static readonly Device WithoutScript = Desktop with { Script = false };
}
