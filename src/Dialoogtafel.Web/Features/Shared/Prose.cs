using Dialoogtafel.Web.Mail.Templates;
using Microsoft.AspNetCore.Html;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>Text that the team writes for many readers, as Markdown: the same small part of it on a page and in a mail. No HTML, no pictures, links to the web alone.</summary>
public static class Prose
{
    /// <summary>What is wrong with a typed text, in Dutch and with its line; null when it can be shown.</summary>
    public static string? ProblemIn(string? markdown) => ProseText.ProblemIn(markdown ?? "");

    /// <summary>For a page. A heading gets level 3, because the page and its part have one already.</summary>
    public static IHtmlContent Html(string? markdown) => new HtmlString(ProseText.ToHtml(markdown ?? ""));
}
