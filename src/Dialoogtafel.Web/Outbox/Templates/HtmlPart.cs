using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// Writes the html part: Markdown in the shared layout, each element with its style on it, because mail programs drop
/// style sheets.
/// </summary>
internal static partial class HtmlPart
{
    /// <summary>The three places in layout.html.</summary>
    public static readonly IReadOnlyList<string> LayoutPlaces = ["{{taal}}", "{{titel}}", "{{inhoud}}"];

    public static string Write(MarkdownDocument document, string layout, string title, string language)
    {
        foreach (var block in document.Descendants<ParagraphBlock>().Where(p => MailMarkdown.ButtonOf(p) is not null))
            block.GetAttributes().AddClass("knop");
        var page = new HtmlParser().ParseDocument(Fill(layout, language, title, Body(document)));
        foreach (var (selector, style) in MailStyle.Rules)
        {
            foreach (var element in page.QuerySelectorAll(selector))
                element.SetAttribute("style", style);
        }
        return page.ToHtml(HtmlMarkupFormatter.Instance).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static string Body(MarkdownDocument document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new HtmlRenderer(writer).Render(document);
        return writer.ToString();
    }

    /// <summary>Fills from left to right in one pass: what a mail says is not searched for places.</summary>
    private static string Fill(string layout, string language, string title, string body)
    {
        var pieces = new Dictionary<string, string>
        {
            ["{{taal}}"] = language,
            ["{{titel}}"] = WebUtility.HtmlEncode(title),
            ["{{inhoud}}"] = body,
        };
        return Place().Replace(layout, match => pieces.GetValueOrDefault(match.Value, match.Value));
    }

    [GeneratedRegex(@"\{\{[a-z]+\}\}")]
    private static partial Regex Place();
}
