namespace Dialoogtafel.Browser.Tests.Rig;

/// <summary>
/// A test that needs Chromium; skipped with a reason where there is none. The class carries a collection that has a
/// <see cref="Browser"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <param name="html">True when the test also asks <see cref="Html"/>, which needs java and the validator.</param>
    public BrowserFactAttribute(bool html = false) => Skip = Needs.Missing(html);
}

/// <summary>As <see cref="BrowserFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute(bool html = false) => Skip = Needs.Missing(html);
}

/// <summary>A test that asks only the HTML validator.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HtmlFactAttribute : FactAttribute
{
    public HtmlFactAttribute() => Skip = Html.WhyNot;
}

static class Needs
{
    public static string? Missing(bool html) =>
        Chromium.Path is null ? "Chromium is not installed"
        : html ? Html.WhyNot
        : null;
}
