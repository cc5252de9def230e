using Dialoogtafel.Web.Mail.Templates;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>
/// Markdown that the team writes, as part of a page: no HTML of its own, no pictures, no address but the web, a phone number or a mailbox. Its headings
/// stand below the heading of the page.
/// </summary>
public static class ReportText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static IHtmlContent Html(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Clamp(heading.Level, 2, 4);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsImage || !MailAddresses.IsAllowed(link.Url)).ToList())
        {
            Unlink(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !MailAddresses.IsAllowed(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }


        return new HtmlString(document.ToHtml(Pipeline));
    }

    /// <summary>Words that somebody typed as one line of Markdown: nothing in it means anything else than itself.</summary>
    public static string Plain(string words) => string.Concat(words.ReplaceLineEndings(" ").Select(letter => letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '!' or '|' or '~' ? $"\\{letter}" : letter.ToString()));

    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
