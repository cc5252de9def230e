using System.Text.RegularExpressions;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>Whoever follows a pointer to a document finds it in this repository.</summary>
public sealed partial class PointerTests
{
    [Fact]
    public void Every_document_that_is_named_exists()
    {
        var known = RepositoryFiles.Under("").Select(path => $"/{path}").ToList();
        var missing =
            from file in RepositoryFiles.Texts("")
            from Match match in Pointer().Matches(file.Text)
            let end = "/" + Above().Replace(match.Value, "")
            where !known.Any(path => path.EndsWith(end, StringComparison.Ordinal))
            select $"{match.Value} in {file.Path}";
        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void Every_link_of_a_document_leads_to_a_file()
    {
        var missing =
            from file in RepositoryFiles.Texts("")
            where file.Path.EndsWith(".md", StringComparison.Ordinal) && !file.Path.StartsWith("emailtemplates/")
            from Match match in Link().Matches(file.Text)
            let target = Path.Combine(Paths.Root, Path.GetDirectoryName(file.Path)!, match.Groups["to"].Value)
            where !Path.Exists(target)
            select $"{match.Value} in {file.Path}";
        Assert.Empty(missing.Distinct());
    }

    /// <summary>NAME stands for the name of any mail.</summary>
    [GeneratedRegex(@"(?<![\w*}/.-])(?:[\w.-]+/)*(?!NAME)[\w-][\w.-]*\.md\b")]
    private static partial Regex Pointer();

    [GeneratedRegex(@"^(?:\.{1,2}/)+")]
    private static partial Regex Above();

    [GeneratedRegex(@"\]\((?<to>[^):#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
