using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>
/// Markdown that the team writes, as part of a page: no HTML of its own, no pictures, no address but the web, a phone
/// number or a mailbox. Its headings stand below the heading of the page.
/// </summary>
public static class ReportText
{
    public static IHtmlContent Html(string markdown)
    {
        var document = ProseText.Clean(MailMarkdown.Read(markdown));
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Clamp(heading.Level, 2, 4);
        }

        return new HtmlString(document.ToHtml());
    }

    /// <summary>
    /// Words that somebody typed as one line of Markdown: nothing in it means anything else than itself.
    /// </summary>
    public static string Plain(string words) =>
        string.Concat(
            words
                .ReplaceLineEndings(" ")
                .Select(letter =>
                    letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '!' or '|' or '~'
                        ? $"\\{letter}"
                        : letter.ToString()
                )
        );
}
