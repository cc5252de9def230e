using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>Looks at one template before it is used, and says what is wrong with the line where it stands.</summary>
internal static partial class TemplateCheck
{
    public static IReadOnlyList<TemplateProblem> Of(
        string file,
        string text,
        MailText sample,
        string layout,
        string language
    )
    {
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var known = Placeholder.Of(sample.GetType());
        List<(int Line, string Message)> problems = [];
        TemplateSource? source = null;
        try
        {
            source = TemplateSource.Split(text);
            if (TooPersonal().IsMatch(source.Subject))
                problems.Add((1, "Noem geen hersenletsel in de onderwerpregel: anderen kunnen die zien."));
        }
        catch (FormatException error)
        {
            problems.Add((1, error.Message));
        }
        problems.AddRange(new TemplateTags(known).Check(text));
        problems.AddRange(Markup(text, new TemplateTags(known)));
        if (problems.Count == 0 && Trial(source!, sample, layout, language) is { } message)
            problems.Add((0, message));
        return [.. problems.OrderBy(p => p.Line).Select(p => new TemplateProblem(file, p.Line, p.Message))];
    }

    private static IEnumerable<(int Line, string Message)> Markup(string text, TemplateTags tags)
    {
        var lines = text.Split('\n').Select(tags.WithoutTags).ToArray();
        lines[0] = "";
        var document = MailMarkdown.Read(string.Join("\n", lines));
        foreach (var part in document.Descendants())
        {
            if (Trouble(part) is { } message)
                yield return (part.Line + 1, message);
        }
    }

    private static string? Trouble(MarkdownObject part) =>
        part switch
        {
            LinkInline { IsImage: true } => "Een mail heeft geen plaatjes.",
            LinkInline link when !MailAddresses.IsAllowed(MailAddresses.Tidy(link.Url ?? "")) =>
                "Een link begint met https://, http://, tel: of mailto:.",
            HeadingBlock { Level: < 2 or > 3 } => "Schrijf een kop met twee of drie hekjes: ## Kop.",
            CodeBlock or CodeInline =>
                "Deze opmaak kennen wij niet. Haal de spaties vooraan of de schuine streepjes (`) weg.",
            AutolinkInline => "Schrijf een link zo: [tekst](adres).",
            LinkReferenceDefinition or LinkReferenceDefinitionGroup => "Schrijf een link zo: [tekst](adres).",
            _ => null,
        };

    private static string? Trial(TemplateSource source, MailText sample, string layout, string language)
    {
        try
        {
            _ = CompiledTemplate.Of(source).Render(sample, layout, language);
            return null;
        }
        catch (Exception error)
        {
            return $"Deze tekst kan niet worden gemaakt: {error.Message}";
        }
    }

    [GeneratedRegex(@"\bNAH\b|hersenletsel|brain injury", RegexOptions.IgnoreCase)]
    internal static partial Regex TooPersonal();
}
