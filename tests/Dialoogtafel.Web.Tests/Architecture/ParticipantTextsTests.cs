using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>Participants read Dutch or English: every text of theirs has both, and no English text outlives its Dutch one.</summary>
public sealed partial class ParticipantTextsTests
{
    // Folders with pages for participants only: their messages are shown in two languages too.
    private static readonly string[] ParticipantFolders = ["Front", "Links", "MyTable", "Errors"];

    private static readonly string Features = FeaturesFolder();

    [Fact]
    public void Every_participant_text_has_an_English_one()
    {
        var english = English();
        var missing = Dutch().Where(text => !english.ContainsKey(text.Key)).Select(text => $"{text.Value}: \"{text.Key}\"");
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_English_text_belongs_to_a_Dutch_one()
    {
        var dutch = Dutch();
        var orphans = English().Keys.Except(dutch.Keys);
        Assert.Empty(orphans);
    }

    [Fact]
    public void Both_languages_have_the_same_blanks_to_fill_in()
    {
        static string Blanks(string text) => string.Join(' ', Blank().Matches(text).Select(m => m.Value).Distinct().Order());
        var unequal = English().Where(pair => Blanks(pair.Key) != Blanks(pair.Value)).Select(pair => pair.Key);
        Assert.Empty(unequal);
    }

    [Fact]
    public void The_reader_of_sources_finds_texts_in_views_and_in_messages()
    {
        var dutch = Dutch();
        Assert.EndsWith("_Layout.cshtml", dutch["Naar de tekst"], StringComparison.Ordinal);
        Assert.EndsWith("AnswerPage.cs", dutch["Kies één van de vijf antwoorden."], StringComparison.Ordinal);
    }

    /// <summary>Dutch text → the first file that shows it.</summary>
    private static Dictionary<string, string> Dutch()
    {
        var found = new Dictionary<string, string>();
        foreach (var file in Directory.EnumerateFiles(Features, "*.cs*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetRelativePath(Features, file).Split(Path.DirectorySeparatorChar)[0];
            var source = File.ReadAllText(file);
            var texts = ShownText().Matches(source).Concat(ParticipantFolders.Contains(folder) ? Message().Matches(source) : []);
            foreach (var text in texts) found.TryAdd(Regex.Unescape(text.Groups["text"].Value), Path.GetRelativePath(Features, file));
        }
        return found;
    }

    private static Dictionary<string, string> English()
    {
        var all = new Dictionary<string, string>();
        foreach (var file in Directory.EnumerateFiles(Features, "Texts.en.json", SearchOption.AllDirectories))
            foreach (var (dutch, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
                Assert.True(all.TryAdd(dutch, english), $"\"{dutch}\" stands in two files; the second is {file}.");
        return all;
    }

    private static string FeaturesFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Dialoogtafel.Web/Features"));

    // T["…"] in a view, texts["…"] in a tag helper, and the model binder's own messages.
    [GeneratedRegex("""(?:\bT\[|\btexts\[|\.Set\w+Accessor\(.*=> )"(?<text>(?:[^"\\]|\\.)*)["]""")]
    private static partial Regex ShownText();

    // A sentence (it holds a space) given to a form: by an attribute, a constant or a controller.
    [GeneratedRegex("""(?:ErrorMessage = |const string \w+ =\s*|AddModelError\([^,]*,\s*)"(?<text>(?:[^"\\]|\\.)* (?:[^"\\]|\\.)*)["]""")]
    private static partial Regex Message();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Blank();
}
