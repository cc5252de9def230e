using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>
/// A new question kind is its class, its partials and one line in the list: nobody else looks which kind a question is.
/// </summary>
public sealed class QuestionKindTests
{
    private const string Partials = "Dialoogtafel.Web/Modules/Preparation/Kinds/";

    private static readonly string Source = Path.Combine(RigFiles.Root, "src");

    /// <summary>The kinds' own files, and the list of them.</summary>
    private static readonly string[] Own =
    [
        "Dialoogtafel.Domain/Preparation/Kinds/",
        "Dialoogtafel.Domain/Preparation/QuestionKinds.cs",
        Partials,
    ];

    /// <summary>One of our own questions is an instruction.</summary>
    private const string Presets = "Dialoogtafel.Domain/Preparation/QuestionPresets.cs: QuestionKinds.Instruction";

    private static readonly string Names = string.Join('|', QuestionKinds.All.Select(kind => kind.Name));

    /// <summary>A kind by its member or class, or a comparison with its name or with one of the list.</summary>
    private static readonly Regex Naming = new(
        $"""\bQuestionKinds?\.({Names})\b|\b({Names})Kind\b|[!=]=\s*QuestionKinds\b"""
            + $"""|([!=]=|\b(is|not|or|case)\b)\s*["']({Names})["']|["']({Names})["']\s*(=>|or\b|[!=]=|:)"""
    );

    [Fact]
    public void Nobody_but_the_kinds_themselves_looks_which_kind_a_question_is() =>
        Assert.Equal(
            [Presets],
            from pattern in new[] { "*.cs", "*.cshtml", "*.js" }
            from file in Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
            let name = Path.GetRelativePath(Source, file).Replace(Path.DirectorySeparatorChar, '/')
            where !name.Split('/').Any(part => part is "bin" or "obj" or "lib")
            where !Own.Any(own => name.StartsWith(own, StringComparison.Ordinal))
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("///", StringComparison.Ordinal)
            from Match match in Naming.Matches(line)
            select $"{name}: {match.Value}"
        );

    [Theory]
    [InlineData("if (question.Kind == QuestionKind.Text)")]
    [InlineData("if (question.Kind == QuestionKinds.Usual)")]
    [InlineData("if (question.Kind != QuestionKinds.Instruction)")]
    [InlineData("if (question.Kind is ScaleKind)")]
    [InlineData("""kind.Name switch { "Choice" => 1, _ => 2 }""")]
    [InlineData("""if (question.Kind.Name is "Text" or "Choice")""")]
    [InlineData("if (form.dataset.kind === 'Scale')")]
    public void A_place_that_looks_is_seen(string line) => Assert.Matches(Naming, line);

    [Fact]
    public void Every_kind_that_takes_an_answer_has_its_three_partials_and_no_partial_is_without_a_kind()
    {
        var expected =
            from kind in QuestionKinds.All
            where kind.TakesAnswer
            from partial in new[] { "_Input", "_Paper", "_Spoken" }
            select $"{kind.Name}/{partial}.cshtml";
        var folder = Path.Combine(Source, Partials);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(folder, "*.cshtml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(file => file != "_ViewImports.cshtml")
                .Order(StringComparer.Ordinal)
        );
    }
}
