using System.Text.Json;
using System.Text.RegularExpressions;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>The Dutch texts that a participant can read, as they stand in the source, and their English.</summary>
public static partial class ParticipantTexts
{
    private static readonly string Source = Path.Combine(RigFiles.Root, "src");
    private static readonly string Features = Path.Combine(Source, "Dialoogtafel.Web", "Features");

    /// <summary>The features whose pages participants see.</summary>
    private static readonly string[] Folders =
    [
        "Front",
        "PublicProject",
        "KeepInformed",
        "MyNewsletter",
        "NewsletterPages",
        "Links",
        "MyTable",
        "MyTable/Questions",
        "MyAction",
        "Report",
        "Shared",
        "Shared/Kinds",
        .. Directory
            .GetDirectories(Path.Combine(Features, "Shared", "Kinds"))
            .Select(kind => Path.GetRelativePath(Features, kind)),
        "Errors",
    ];

    /// <summary>The file in which each English text stands, by its Dutch key.</summary>
    public static IReadOnlyList<(string File, string Dutch, string English)> English { get; } =
    [
        .. Folders
            .Select(folder => Path.Combine(Features, folder, "Texts.en.json"))
            .Where(File.Exists)
            .SelectMany(file =>
                JsonSerializer
                    .Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!
                    .Select(text => (Path.GetRelativePath(Features, file), text.Key, text.Value))
            ),
    ];

    /// <summary>
    /// Where each Dutch text is used: in views and code, in the messages of forms and model binding, in the refusals of
    /// an answer.
    /// </summary>
    public static IReadOnlyList<(string File, string Dutch)> Used { get; } =
    [
        .. Folders
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Features, folder)))
            .Where(file =>
                file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
            )
            .SelectMany(file =>
                Text()
                    .Matches(File.ReadAllText(file))
                    .Select(match => (Path.GetRelativePath(Source, file), Unescape(match.Groups["text"].Value)))
            ),
        // Which mail it was stands among what we know of somebody.
        .. Directory
            .GetFiles(Path.Combine(Source, "Dialoogtafel.Web", "Mail", "Templates", "Mails"))
            .SelectMany(file =>
                Label()
                    .Matches(File.ReadAllText(file))
                    .Select(match => (Path.GetRelativePath(Source, file), match.Groups["text"].Value))
            ),
        .. Refusals(Path.Combine(Source, "Dialoogtafel.Domain", "Invitations", "Invitation.cs")),
        .. Problems(Path.Combine(Source, "Dialoogtafel.Domain", "Network", "MailAddress.cs")),
    ];

    /// <summary>
    /// Uses of the words that hold something else than one Dutch text; no translation can be found for those.
    /// </summary>
    public static IReadOnlyList<string> Computed { get; } =
    [
        .. Folders
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Features, folder), "*.cs*"))
            .SelectMany(file =>
                Lookup()
                    .Matches(File.ReadAllText(file))
                    .Select(match => $"{Path.GetRelativePath(Features, file)}: {match.Value}")
            ),
    ];

    // What a person's own answer is refused with; the other refusals of an invitation only meet the team.
    private static IEnumerable<(string File, string Dutch)> Refusals(string file)
    {
        var code = File.ReadAllText(file);
        return Refusal()
            .Matches(Verb().Match(code).Value)
            .Select(match => (Path.GetRelativePath(Source, file), match.Groups["text"].Value));
    }

    // What a typed mail address is refused with.
    private static IEnumerable<(string File, string Dutch)> Problems(string file) =>
        Problem()
            .Matches(File.ReadAllText(file))
            .Select(match => (Path.GetRelativePath(Source, file), match.Groups["text"].Value))
            .Distinct();

    private static string Unescape(string text) =>
        text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex(
        """(?:\b(?:T|texts)\[\s*|ErrorMessage =\s*|AddModelError\(\s*(?:"[^"]*"|nameof\([^)]*\)),\s*|Accessor\([^=]*=>\s*)"(?<text>(?:[^"\\]|\\.)*)(?:"|$)"""
    )]
    private static partial Regex Text();

    [GeneratedRegex("""\b(?:T|texts)\[(?!\s*")[^\]]+\]""")]
    private static partial Regex Lookup();

    [GeneratedRegex("""string Label => "(?<text>[^"]*)";""")]
    private static partial Regex Label();

    [GeneratedRegex(@"void CheckOpen\(.*?\n    \}", RegexOptions.Singleline)]
    private static partial Regex Verb();

    [GeneratedRegex("""=>\s*"(?<text>[A-Z][^"]*[.?])",""")]
    private static partial Regex Problem();

    [GeneratedRegex("""DomainRuleException\(\s*"(?<text>[^"]*)"\s*\)""")]
    private static partial Regex Refusal();
}
