using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// Checks the tags between braces. Only a small part of Handlebars is allowed: a placeholder, #if, #unless, #each, else
/// and a remark.
/// </summary>
internal sealed partial class TemplateTags(IReadOnlyList<Placeholder> known)
{
    private readonly Stack<(string Block, int Line, IReadOnlyList<Placeholder> Scope)> open = new();
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Message)> problems = [];

    /// <summary>Problems by line, counted from 1 where the subject is line 1.</summary>
    public IReadOnlyList<(int Line, string Message)> Check(string text)
    {
        var lines = text.Split('\n');
        for (var line = 1; line <= lines.Length; line++)
            CheckLine(lines[line - 1], line);
        foreach (var (block, line, _) in open)
            problems.Add((line, $"{{{{#{block} …}}}} wordt niet afgesloten met {{{{/{block}}}}}."));
        foreach (var missing in known.Where(p => p.Label.Required && !used.Contains(p.Name)))
        {
            problems.Add((0, $"{{{{{missing.Name}}}}} ontbreekt ({missing.Label.Description})."));
        }
        return problems;
    }

    /// <summary>The same line with harmless words in the place of tags, so that its Markdown can be read.</summary>
    public string WithoutTags(string line) =>
        Tag()
            .Replace(line, match =>
            {
                var name = match.Groups[1].Value.Trim();
                if (name.Length == 0 || !char.IsLetter(name[0]) || name == "else")
                    return "";
                return All(known).Any(p => p.Name == name && p.Kind == PlaceholderKind.Link)
                    ? "https://voorbeeld.example/"
                    : "0123456789";
            });

    private void CheckLine(string line, int number)
    {
        if (line.Any(ValueTable.IsMark))
            problems.Add((number, "Hier staat een teken dat een mail niet kan tonen. Typ de regel opnieuw."));
        if (
            Tag().Replace(line, "") is var rest
            && (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
        )
        {
            problems.Add((number, "De accolades kloppen niet. Schrijf een invulplek zo: {{voornaam}}."));
        }
        foreach (Match match in Tag().Matches(line))
        {
            if (CheckTag(match.Groups[1].Value.Trim(), number) is { } message)
                problems.Add((number, message));
        }
    }

    private string? CheckTag(string tag, int line)
    {
        if (tag.StartsWith('!') || (tag == "else" && open.Count > 0))
            return null;
        if (Block().Match(tag) is { Success: true } block)
            return Opened(block.Groups[1].Value, block.Groups[2].Value, line);
        if (tag.StartsWith('/'))
            return Closed(tag[1..].Trim());
        if (!Name().IsMatch(tag))
            return $"{{{{{tag}}}}} kennen wij niet. Gebruik een invulplek, #if, #unless of #each.";
        return Find(tag) switch
        {
            null => Unknown(tag),
            { Kind: PlaceholderKind.Condition } =>
                $"{{{{{tag}}}}} is ja of nee. Gebruik het zo: {{{{#if {tag}}}}} … {{{{/if}}}}.",
            { Kind: PlaceholderKind.List } =>
                $"{{{{{tag}}}}} is een lijst. Gebruik het zo: {{{{#each {tag}}}}} … {{{{/each}}}}.",
            { Label.InSubject: false } when line == 1 =>
                $"{{{{{tag}}}}} mag niet in de onderwerpregel: anderen kunnen die zien.",
            _ => null,
        };
    }

    private string? Opened(string block, string name, int line)
    {
        var found = Find(name);
        open.Push((block, line, block == "each" && found is not null ? found.Entries : Scope));
        if (found is null)
            return Unknown(name);
        return block == "each" && found.Kind != PlaceholderKind.List
            ? $"{{{{{name}}}}} is geen lijst. Gebruik #if."
            : null;
    }

    private string? Closed(string block)
    {
        if (open.Count == 0)
            return $"{{{{/{block}}}}} sluit iets af dat niet open staat.";
        var last = open.Pop();
        return last.Block == block
            ? null
            : $"{{{{/{block}}}}} past niet bij {{{{#{last.Block} …}}}} van regel {last.Line}.";
    }

    private Placeholder? Find(string name)
    {
        used.Add(name);
        return Scope.FirstOrDefault(p => p.Name == name);
    }

    private string Unknown(string name) =>
        $"{{{{{name}}}}} kennen wij niet. Wel: {string.Join(", ", Scope.Select(p => p.Name))}.";

    private IReadOnlyList<Placeholder> Scope => open.Count > 0 ? open.Peek().Scope : known;

    private static IEnumerable<Placeholder> All(IEnumerable<Placeholder> some) =>
        some.SelectMany(p => All(p.Entries).Prepend(p));

    [GeneratedRegex(@"(?<!\{)\{\{([^{}]*)\}\}(?!\})")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^#(if|unless|each)\s+([A-Za-z]+)$")]
    private static partial Regex Block();

    [GeneratedRegex(@"^[A-Za-z]+$")]
    private static partial Regex Name();
}
