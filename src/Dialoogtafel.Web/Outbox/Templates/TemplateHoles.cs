using System.Collections;
using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>
/// Where a text would show nothing: a placeholder without a value that stands in the text, and not between #if … /if
/// that leaves the sentence out. "Het gesprek wordt geleid door {{begeleiders}}." needs the fact; an organiser's own
/// text may name fewer.
/// </summary>
internal static partial class TemplateHoles
{
    /// <summary>Names of placeholders, each once, in the order of the text.</summary>
    public static IReadOnlyList<string> Of(string text, MailText mail, string language)
    {
        var values = new ValueTable(language).Plain(mail);
        var open = new Stack<bool>();
        var holes = new List<string>();
        foreach (Match tag in Tag().Matches(text))
        {
            var (block, name) = (tag.Groups["block"].Value, tag.Groups["name"].Value);
            var value = values.GetValueOrDefault(name);
            switch (block)
            {
                case "#if":
                    open.Push(!IsEmpty(value));
                    break;
                case "#unless":
                    open.Push(IsEmpty(value));
                    break;
                // What stands in a list belongs to its entries.
                case "#each":
                    open.Push(false);
                    break;
                case "/":
                    open.TryPop(out _);
                    break;
                case "" when name == "else" && open.Count > 0:
                    open.Push(!open.Pop());
                    break;
                case ""
                    when open.All(shown => shown)
                        && values.ContainsKey(name)
                        && IsEmpty(value)
                        && !holes.Contains(name):
                    holes.Add(name);
                    break;
            }
        }

        return holes;
    }

    private static bool IsEmpty(object? value) =>
        value switch
        {
            null or false => true,
            string words => string.IsNullOrWhiteSpace(words),
            IList list => list.Count == 0,
            _ => false,
        };

    [GeneratedRegex(@"\{\{\s*(?<block>#if|#unless|#each|/)?\s*(?<name>[A-Za-z]+)\s*\}\}")]
    private static partial Regex Tag();
}
