using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// Writes the text part of a mail from the read Markdown, not from its source, so that it says what the html part says.
/// </summary>
internal static class TextPart
{
    public static string Write(MarkdownDocument document) => Blocks(document) + "\n";

    private static string Blocks(ContainerBlock container)
    {
        var text = new StringBuilder();
        Block? previous = null;
        foreach (var block in container)
        {
            var written = Block(block);
            if (written.Length == 0)
                continue;
            if (previous is not null)
                text.Append(previous is HeadingBlock ? "\n" : "\n\n");
            text.Append(written);
            previous = block;
        }
        return text.ToString();
    }

    private static string Block(Block block) =>
        block switch
        {
            ParagraphBlock paragraph when MailMarkdown.ButtonOf(paragraph) is { } button =>
                $"{Inlines(button)}: {button.Url}",
            LeafBlock { Inline: { } inline } => Inlines(inline),
            ListBlock list => string.Join("\n", list.Select((item, index) => Item(list, (ListItemBlock)item, index))),
            QuoteBlock quote => Prefixed(Blocks(quote), "> ", "> "),
            ThematicBreakBlock => "* * *",
            ContainerBlock other => Blocks(other),
            _ => "",
        };

    private static string Item(ListBlock list, ListItemBlock item, int index)
    {
        var mark = list.IsOrdered ? $"{index + 1}. " : "- ";
        return Prefixed(Blocks(item), mark, new string(' ', mark.Length));
    }

    private static string Prefixed(string text, string first, string next) =>
        string.Join("\n", text.Split('\n').Select((line, index) => ((index == 0 ? first : next) + line).TrimEnd()));

    private static string Inlines(ContainerInline container) => string.Concat(container.Select(One));

    private static string One(Inline inline) =>
        inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            LineBreakInline line => line.IsHard ? "\n" : " ",
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LinkInline link => Link(link),
            ContainerInline other => Inlines(other),
            _ => throw new InvalidOperationException($"A mail cannot hold {inline.GetType().Name}."),
        };

    private static string Link(LinkInline link)
    {
        var text = Inlines(link);
        return MailAddresses.IsWeb(link.Url) && text != link.Url ? $"{text} ({link.Url})" : text;
    }
}
