using System.Collections;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// The values of one mail, each standing in the Markdown as one private-use character until the Markdown has been read.
/// So no value is ever read as Markdown, whatever it holds (S20).
/// </summary>
internal sealed class ValueTable(string language)
{
    private const char First = '\uE000';
    private const int Most = 6400;
    private readonly List<string> values = [];

    /// <summary>
    /// What Handlebars fills a body with: marks for values, booleans, lists. An absent value is empty and counts as no.
    /// </summary>
    public Dictionary<string, object?> Marks(object source) => Fill(source, Mark);

    /// <summary>What Handlebars fills a subject with: the values themselves on one line.</summary>
    public Dictionary<string, object?> Plain(object source) => Fill(source, (_, text) => ValueText.OneLine(text));

    public static bool IsMark(char character) => character is >= First and <= (char)(First + Most - 1);

    /// <summary>The text with each mark replaced by its value, in one pass: a value is not read again.</summary>
    public string PutInto(string marked) =>
        string.Concat(marked.Select(c => IsMark(c) ? values[c - First] : c.ToString()));

    private Dictionary<string, object?> Fill(object source, Func<Placeholder, string, string> write) =>
        Placeholder
            .Of(source.GetType())
            .ToDictionary(p => p.Name, p => Value(p, p.Property.GetValue(source), write), StringComparer.Ordinal);

    private object? Value(Placeholder placeholder, object? value, Func<Placeholder, string, string> write) =>
        placeholder.Kind switch
        {
            PlaceholderKind.Condition => value,
            PlaceholderKind.List => ((IEnumerable?)value ?? Array.Empty<object>())
                .Cast<object>()
                .Select(entry => Fill(entry, write))
                .ToList(),
            PlaceholderKind.Link => value is null ? "" : write(placeholder, Address(placeholder, (Uri)value)),
            PlaceholderKind.Text => InWords(value) is { } text ? write(placeholder, text) : "",
            _ => throw new InvalidOperationException($"Unknown kind {placeholder.Kind}."),
        };

    private string Mark(Placeholder placeholder, string text)
    {
        if (values.Count == Most)
            throw new InvalidOperationException($"A mail holds at most {Most} values.");
        if (placeholder.Label.Markdown)
            return ProseText.Tidy(text);
        var shown = placeholder switch
        {
            { Kind: PlaceholderKind.Link } => text,
            { Label.ManyLines: true } => ValueText.Lines(text),
            { Label.Exact: true } => ValueText.OneLine(text),
            _ => ValueText.Unlinked(ValueText.OneLine(text)),
        };
        if (shown.Length == 0)
            return "";
        values.Add(shown);
        return ((char)(First + values.Count - 1)).ToString();
    }

    private static string Address(Placeholder placeholder, Uri uri) =>
        uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.AbsoluteUri
            : throw new ArgumentException(
                $"{placeholder.Property.DeclaringType?.Name}.{placeholder.Property.Name} is not an absolute "
                    + "http or https address."
            );

    private string? InWords(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            DateOnly day => MailDates.Day(day, language),
            TimeOnly time => MailDates.Time(time, language),
            TimeSpan duration => MailDates.Duration(duration, language),
            IReadOnlyList<string> names => Join(names),
            IFormattable other => other.ToString(null, MailDates.Culture(language)),
            _ => throw new InvalidOperationException($"A placeholder cannot hold a {value.GetType().Name}."),
        };

    private string Join(IReadOnlyList<string> names) =>
        names.Count < 2
            ? string.Concat(names)
            : $"{string.Join(", ", names.SkipLast(1))} {(language == "en" ? "and" : "en")} {names[^1]}";
}
