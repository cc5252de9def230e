namespace Dialoogtafel.Domain.AfterTable;

/// <summary>A line that was typed, with what it is about.</summary>
public sealed record TypedNote(NoteKind Kind, string Words);

/// <summary>
/// Reads a box of notes, one a line: a line may begin with the word of its kind and a colon ("kans: …",
/// "oplossingen: …"), or with its first letter ("k:" is not one, for kans and knelpunt share it; "kn:" and "ka:" are).
/// A line without gets the kind chosen for all. Marks of a pasted list fall off; empty lines are passed over.
/// </summary>
public static class NoteLines
{
    private static readonly Dictionary<string, NoteKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["knelpunt"] = NoteKind.Problem,
        ["knelpunten"] = NoteKind.Problem,
        ["kn"] = NoteKind.Problem,
        ["kans"] = NoteKind.Chance,
        ["kansen"] = NoteKind.Chance,
        ["ka"] = NoteKind.Chance,
        ["succes"] = NoteKind.Success,
        ["successen"] = NoteKind.Success,
        ["s"] = NoteKind.Success,
        ["oplossing"] = NoteKind.Solution,
        ["oplossingen"] = NoteKind.Solution,
        ["o"] = NoteKind.Solution,
        ["inzicht"] = NoteKind.Insight,
        ["inzichten"] = NoteKind.Insight,
        ["i"] = NoteKind.Insight,
    };

    /// <param name="otherwise">The kind of a line that names none; null = every line must name one.</param>
    /// <exception cref="DomainRuleException">A line is too long or names no kind, or there are too many.</exception>
    public static IReadOnlyList<TypedNote> Read(string text, NoteKind? otherwise)
    {
        var notes = new List<TypedNote>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(Bare).Where(line => line.Length > 0))
        {
            var (kind, words) = Split(line);
            // A line that is only the word of a kind is the heading of what was pasted below it.
            if (words.Length == 0 && kind is not null)
            {
                otherwise = kind;
                continue;
            }

            if (words.Length > TableNote.MostLetters)
            {
                throw new DomainRuleException(
                    $"Eén regel is te lang: “{words[..40]}…”. Maak er twee notities van.",
                    "Lines"
                );
            }

            notes.Add(
                new(
                    kind
                        ?? otherwise
                        ?? throw new DomainRuleException(
                            "Kies wat voor notities dit zijn. Of begin elke regel met bijvoorbeeld ‘kans:’.",
                            "Kind"
                        ),
                    words
                )
            );
        }

        return notes.Count <= TableNote.MostAtOnce
            ? notes
            : throw new DomainRuleException(
                $"Dit zijn {notes.Count} regels. Zet er hooguit {TableNote.MostAtOnce} tegelijk in.",
                "Lines"
            );
    }

    private static string Bare(string line) => line.Trim().TrimStart('-', '*', '•', '–', '·').Trim();

    private static (NoteKind? Kind, string Words) Split(string line)
    {
        var at = line.IndexOf(':', StringComparison.Ordinal);
        return at > 0 && Words.TryGetValue(line[..at].Trim(), out var kind)
            ? (kind, line[(at + 1)..].Trim())
            : (null, line);
    }
}
