using System.Text.Json;
using System.Text.RegularExpressions;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>The Dutch texts that a participant can read, as they stand in the source, and their English.</summary>
public static partial class ParticipantTexts
{
    private static readonly string Source = Path.Combine(RigFiles.Root, "src");
    private static readonly string Web = Path.Combine(Source, "Dialoogtafel.Web");

    private static readonly IReadOnlyList<string> All =
    [
        .. Directory
            .EnumerateFiles(Web, "*", SearchOption.AllDirectories)
            .Where(file =>
                Path.GetRelativePath(Web, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")
            ),
    ];

    /// <summary>What participants can read: what stands beside English, and whatever asks for words at all.</summary>
    private static readonly IReadOnlyList<string> Files =
    [
        .. All.Where(file =>
            Path.GetExtension(file) is ".cs" or ".cshtml"
            && (
                File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "Texts.en.json"))
                || Words().IsMatch(File.ReadAllText(file))
            )
        ),
    ];

    /// <summary>The file in which each English text stands, by its Dutch key.</summary>
    public static IReadOnlyList<(string File, string Dutch, string English)> English { get; } =
    [
        .. All.Where(file => Path.GetFileName(file) == "Texts.en.json")
            .SelectMany(file =>
                JsonSerializer
                    .Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!
                    .Select(text => (Path.GetRelativePath(Web, file), text.Key, text.Value))
            ),
    ];

    /// <summary>
    /// Where each Dutch text is used: in views and code, in the messages of forms and model binding, in the refusals of
    /// an answer.
    /// </summary>
    public static IReadOnlyList<(string File, string Dutch)> Used { get; } =
    [
        .. Files.SelectMany(file =>
            Text()
                .Matches(File.ReadAllText(file))
                .Select(match => (Path.GetRelativePath(Source, file), Unescape(Whole(match))))
        ),
        // Which mail it was stands among what we know of somebody.
        .. All.Where(file => Path.GetExtension(file) == ".cs")
            .SelectMany(file =>
                Label()
                    .Matches(File.ReadAllText(file))
                    .Select(match => (Path.GetRelativePath(Source, file), match.Groups["text"].Value))
            ),
        .. Refusals(Path.Combine(Source, "Dialoogtafel.Domain", "Invitations", "Invitation.cs")),
        .. Problems(Path.Combine(Source, "Dialoogtafel.Domain", "People", "MailAddress.cs")),
    ];

    /// <summary>
    /// Uses of the words that hold something else than one Dutch text; no translation can be found for those.
    /// </summary>
    public static IReadOnlyList<string> Computed { get; } =
    [
        .. Files.SelectMany(file =>
            Lookup()
                .Matches(File.ReadAllText(file))
                .Select(match => $"{Path.GetRelativePath(Web, file)}: {match.Value}")
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

    /// <summary>A long text stands in several pieces.</summary>
    private static string Whole(Match match) =>
        string.Concat(match.Groups["text"].Captures.Select(piece => piece.Value));

    private static string Unescape(string text) =>
        text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex(
        """(?:\b(?:T|texts)\[\s*|ErrorMessage =\s*|AddModelError\(\s*(?:"[^"]*"|nameof\([^)]*\)),\s*"""
            + """|Accessor\([^=]*=>\s*)"(?<text>(?:[^"\\]|\\.)*)(?:"(?:\s*\+\s*"(?<text>(?:[^"\\]|\\.)*)")*|$)"""
    )]
    private static partial Regex Text();

    [GeneratedRegex("""\b(?:T|texts)\[\s*""" + "\"")]
    private static partial Regex Words();

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
