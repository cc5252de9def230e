using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>Markdown that somebody of the team typed, held to what a mail can show (S19, S20, S68).</summary>
public static partial class ProseText
{
    /// <summary>One problem in Dutch, with the line where it stands; null when there is none.</summary>
    public static string? ProblemIn(string markdown)
    {
        var wrong = MailMarkdown
            .Read(Tidy(markdown))
            .Descendants()
            .Select(part => (part.Line, Message: Trouble(part)))
            .FirstOrDefault(item => item.Message is not null);
        return wrong.Message is null ? null : FormattableString.Invariant($"Regel {wrong.Line + 1}: {wrong.Message}");
    }

    /// <summary>A subject line is read by whoever looks at the screen.</summary>
    public static bool IsTooPersonal(string title) => TemplateCheck.TooPersonal().IsMatch(title);

    /// <summary>Line ends as LF, no characters that a mail cannot hold, every heading on one level.</summary>
    public static string Tidy(string markdown) =>
        HeadingMark().Replace(Underline().Replace(ValueText.Lines(markdown), ""), "### ");

    /// <summary>What <see cref="ProblemIn"/> would refuse is left out.</summary>
    public static string ToHtml(string markdown, int level)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var document = Clean(MailMarkdown.Read(Tidy(markdown)));
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = level;
        }

        new HtmlRenderer(writer).Render(document);
        return writer.ToString();
    }

    /// <summary>Takes out what no mail and no page of ours may hold; words stay.</summary>
    internal static MarkdownDocument Clean(MarkdownDocument document)
    {
        foreach (
            var link in document
                .Descendants<LinkInline>()
                .Where(link => link.IsImage || !MailAddresses.IsAllowed(link.Url))
                .ToList()
        )
        {
            while (link.FirstChild is { } child)
            {
                child.Remove();
                link.InsertBefore(child);
            }

            link.Remove();
        }

        foreach (var code in document.Descendants<CodeInline>().ToList())
        {
            code.ReplaceBy(new LiteralInline(code.Content));
        }

        foreach (var address in document.Descendants<AutolinkInline>().ToList())
        {
            address.ReplaceBy(new LiteralInline(address.Url));
        }

        return document;
    }

    private static string? Trouble(MarkdownObject part) =>
        part switch
        {
            LinkInline { IsImage: true } => "Plaatjes kunnen niet in een mail.",
            LinkInline link when !MailAddresses.IsAllowed(MailAddresses.Tidy(link.Url ?? "")) =>
                "een link begint met https://, http://, tel: of mailto:.",
            CodeBlock or CodeInline =>
                "deze opmaak kennen wij niet. Haal de spaties vooraan of de schuine streepjes (`) weg.",
            AutolinkInline or LinkReferenceDefinition or LinkReferenceDefinitionGroup =>
                "schrijf een link zo: [tekst](adres).",
            _ => null,
        };

    [GeneratedRegex(@"^#{1,6}[ \t]+", RegexOptions.Multiline)]
    private static partial Regex HeadingMark();

    // A line of dashes below words would make a heading of them.
    [GeneratedRegex(@"(?<=\S)[ \t]*\n {0,3}(=+|-+)[ \t]*(?=\n|$)")]
    private static partial Regex Underline();
}
