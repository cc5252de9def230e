using System.Text.RegularExpressions;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>A gathering kind is a row, and there may be more: nobody takes the only one or the first.</summary>
public sealed partial class GatheringKindTests
{
    [Fact]
    public void Nobody_takes_a_kind_without_saying_which() =>
        Assert.Empty(
            from folder in new[] { "src", "tests" }
            from file in Directory.EnumerateFiles(
                Path.Combine(RigFiles.Root, folder),
                "*.cs",
                SearchOption.AllDirectories
            )
            where !file.EndsWith(nameof(GatheringKindTests) + ".cs", StringComparison.Ordinal)
            from Match match in AnyKind().Matches(File.ReadAllText(file))
            select $"{Path.GetRelativePath(RigFiles.Root, file)}: {match.Value}"
        );

    [Theory]
    [InlineData("await db.GatheringKinds.SingleAsync()")]
    [InlineData("await db\n    .GatheringKinds.AsNoTracking()\n    .FirstAsync(stop)")]
    [InlineData("db.Set<GatheringKind>().Single()")]
    public void A_place_that_does_is_seen(string code) => Assert.Matches(AnyKind(), code);

    [Fact]
    public void A_place_that_says_which_is_not() =>
        Assert.DoesNotMatch(AnyKind(), "db.GatheringKinds.SingleAsync(item => item.Key == key, stop)");

    [GeneratedRegex(
        @"\b(GatheringKinds|Set<GatheringKind>\(\))\s*(\.AsNoTracking\(\)\s*)?\.(Single|First)\w*\(\s*(stop)?\s*\)"
    )]
    private static partial Regex AnyKind();
}
