using System.Text.RegularExpressions;
using Dialoogtafel.Domain;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>
/// One term, one word: each public type of the domain has its row in docs/glossary.md, and no row outlives its type.
/// </summary>
public sealed class GlossaryTests
{
    private static readonly string[] Glossary = File.ReadAllLines(Path.Combine(Paths.Root, "docs", "glossary.md"));
    private static readonly Type[] Types =
    [
        .. typeof(DomainRuleException).Assembly.GetExportedTypes().Where(type => !type.IsNested),
    ];

    [Fact]
    public void Every_public_type_of_the_domain_has_a_row() =>
        Assert.Empty(Types.Select(type => type.Name).Except(CodeNames().Select(name => name.Split('.')[0])));

    [Fact]
    public void Every_code_name_in_the_glossary_is_in_the_code()
    {
        // The home's next step belongs to the pages and not to the domain.
        var known = Types
            .SelectMany(type => type.GetMembers().Select(member => $"{type.Name}.{member.Name}").Append(type.Name))
            .Append("NextStep")
            .ToHashSet();
        var unknown = CodeNames().Where(name => !known.Contains(name)).ToList();
        Assert.Empty(unknown);
    }

    private static IEnumerable<string> CodeNames() =>
        from line in Glossary
            .SkipWhile(line => line != "## In the code")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        where line.StartsWith('|')
        from name in Regex.Matches(line.Split('|')[2], "`([^`]+)`").Select(match => match.Groups[1].Value)
        select name;
}
