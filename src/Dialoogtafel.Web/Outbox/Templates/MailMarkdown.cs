using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// Reads the Markdown of a template: no HTML, no links but the written ones. Values are put in after reading.
/// </summary>
internal static class MailMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePreciseSourceLocation()
        .Build();

    public static MarkdownDocument Read(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>
    /// Reads the Markdown, puts the values in the place of their marks and unlinks every address that no mail may hold.
    /// </summary>
    public static MarkdownDocument Read(string markdown, ValueTable values)
    {
        var document = Read(markdown);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            FillLink(link, values);
        foreach (var literal in document.Descendants<LiteralInline>().ToList())
            FillText(literal, values);
        return document;
    }

    /// <summary>A paragraph that holds one web link and nothing else is shown as a button.</summary>
    public static LinkInline? ButtonOf(Block block) =>
        block is ParagraphBlock { Inline: { FirstChild: LinkInline link } all }
        && all.FirstChild == all.LastChild
        && MailAddresses.IsWeb(link.Url)
            ? link
            : null;

    private static void FillLink(LinkInline link, ValueTable values)
    {
        link.Title = null;
        link.Url = MailAddresses.Tidy(values.PutInto(link.Url ?? ""));
        if (MailAddresses.IsAllowed(link.Url))
            return;
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }

    private static void FillText(LiteralInline literal, ValueTable values)
    {
        var text = literal.Content.ToString();
        if (!text.Any(ValueTable.IsMark))
            return;
        var lines = values.PutInto(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                literal.InsertBefore(new LineBreakInline { IsHard = true });
            literal.InsertBefore(new LiteralInline(lines[i]));
        }
        literal.Remove();
    }
}
