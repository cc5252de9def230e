using System.Collections.Concurrent;
using HandlebarsDotNet;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>A template file as written: the subject on the first line, the Markdown after it.</summary>
internal sealed record TemplateSource(string Subject, string Body)
{
    public const string SubjectMark = "Onderwerp:";

    /// <exception cref="FormatException">The first line is not "Onderwerp: …".</exception>
    public static TemplateSource Split(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n', 2);
        var subject = lines[0].StartsWith(SubjectMark, StringComparison.Ordinal)
            ? lines[0][SubjectMark.Length..].Trim()
            : "";
        return subject.Length > 0
            ? new TemplateSource(subject, lines.Length > 1 ? lines[1] : "")
            : throw new FormatException("De eerste regel moet het onderwerp zijn, zo: Onderwerp: Komt u op {{datum}}?");
    }
}

/// <summary>A template made ready: compiling takes some 20 ms, filling next to nothing.</summary>
internal sealed class CompiledTemplate
{
    // Values are put in as marks (ValueTable), so there is nothing to escape here.
    private static readonly IHandlebars Engine = Handlebars.Create(
        new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true }
    );
    private readonly HandlebarsTemplate<object, object> subject;
    private readonly HandlebarsTemplate<object, object> body;

    /// <summary>
    /// By what is in it: compiling takes some 10 ms, and the same text is asked for at the check and at the first mail.
    /// </summary>
    private static readonly ConcurrentDictionary<TemplateSource, CompiledTemplate> Known = new();

    private CompiledTemplate(TemplateSource source)
    {
        subject = Engine.Compile(source.Subject);
        body = Engine.Compile(source.Body);
    }

    public static CompiledTemplate Of(TemplateSource source) =>
        Known.GetOrAdd(source, text => new CompiledTemplate(text));

    public RenderedMail Render(MailText mail, string layout, string language)
    {
        var values = new ValueTable(language);
        var title = ValueText.OneLine(subject(values.Plain(mail)));
        var document = MailMarkdown.Read(body(values.Marks(mail)), values);
        if (Placeholder.Of(mail.GetType()).Any(placeholder => placeholder.Label.Markdown))
            ProseText.Clean(document);
        return new RenderedMail(title, TextPart.Write(document), HtmlPart.Write(document, layout, title, language));
    }
}
