using System.Text.RegularExpressions;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>A code in a comment or a mail says what it means in docs/rules.md, and no line outlives its code.</summary>
public sealed partial class RulesTests
{
    /// <summary>Looks like a code and is paper.</summary>
    private static readonly string[] NoCodes = ["A4"];

    private static readonly string[] Rules =
    [
        .. File.ReadLines(Path.Combine(Paths.Root, "docs", "rules.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["code"].Value),
    ];

    private static readonly IReadOnlyList<(string Code, string Path)> Named =
    [
        .. from file in RepositoryFiles.Texts("src", "emailtemplates", "tests")
        from Match match in Code().Matches(RepositoryFiles.WordsOf(file.Path, file.Text))
        where !NoCodes.Contains(match.Value)
        select (match.Value, file.Path),
    ];

    [Fact]
    public void Every_code_has_its_line() =>
        Assert.Empty(Named.Where(name => !Rules.Contains(name.Code)).Select(name => $"{name.Code} in {name.Path}"));

    [Fact]
    public void Every_line_is_named_somewhere() => Assert.Empty(Rules.Except(Named.Select(name => name.Code)));

    [Fact]
    public void A_code_has_one_line() => Assert.Equal(Rules.Distinct(), Rules);

    [GeneratedRegex(@"^\| (?<code>[A-Z](?:-[A-Z]?)?\d{1,3}[a-z]?) \|")]
    private static partial Regex Row();

    /// <summary>A letter and a number that stand alone: not V6.5.4 of another standard, not a part of a word.</summary>
    [GeneratedRegex(@"(?<![\w#./-])[A-Z](?:-[A-Z]?)?\d{1,3}[a-z]?(?![\w-]|\.\d)")]
    private static partial Regex Code();
}
