using Microsoft.AspNetCore.Html;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// Text that the team writes for many readers, as Markdown: the same small part of it on a page and in a mail. No HTML,
/// no pictures, links to the web alone.
/// </summary>
public static class Prose
{
    /// <summary>What is wrong with a typed text, in Dutch and with its line; null when it can be shown.</summary>
    public static string? ProblemIn(string? markdown) => ProseText.ProblemIn(markdown ?? "");

    /// <summary>For a page.</summary>
    /// <param name="level">Of its headings: 3 below a heading of a part, 2 right below that of the page.</param>
    public static IHtmlContent Html(string? markdown, int level = 3) =>
        new HtmlString(ProseText.ToHtml(markdown ?? "", level));
}
