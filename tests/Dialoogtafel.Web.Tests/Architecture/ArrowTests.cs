using ArchUnitNET.Loader;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Architecture.Samples;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>
/// Which folder of the site may use which (docs/architecture.md). Read from what was compiled (<see
/// cref="CompiledArrows"/>).
/// </summary>
public sealed class ArrowTests
{
    private static readonly string Web = Path.Combine(Paths.Root, "src", "Dialoogtafel.Web");

    /// <summary>
    /// The domain may be used by all; Settings composes everything below the features and the demo, and uses no
    /// feature.
    /// </summary>
    public static TheoryData<string, string> Arrows =>
        new()
        {
            { "Data", "Settings Clock" },
            { "Rights", "Data" },
            { "Links", "Data Settings" },
            { "Clock", "" },
            { "Calendar", "Mail" },
            { "Mail", "Data Settings Links Calendar Clock Engines" },
            { "Engines", "Mail Calendar" },
            { "Privacy", "Data Mail Clock Settings" },
            { "Settings", "Data Mail Links Clock Engines Rights Privacy Demo" },
            { "Demo", "Data Mail Links Rights Settings" },
            { "Features", "Data Mail Links Calendar Clock Engines Rights Privacy Settings" },
        };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_folder_uses_only_what_stands_below_it(string folder, string mayUse)
    {
        var allowed = mayUse.Split(' ').Append(folder).ToHashSet();
        var own = CompiledArrows.All.Where(arrow => CompiledArrows.FolderOf(arrow.From) == folder).ToList();
        Assert.NotEmpty(own);
        Assert.Empty(
            from arrow in own
            where CompiledArrows.FolderOf(arrow.To) is { } used && !allowed.Contains(used)
            select arrow
        );
    }

    [Fact]
    public void Every_folder_has_its_arrows()
    {
        var folders = Directory
            .GetDirectories(Web)
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
            .Select(folder => Path.GetFileName(folder)!)
            .Except(["bin", "obj", "libraries", "Properties"]);
        Assert.Equal(Arrows.Select(row => (string)row[0]).Order(), folders.Order());
    }

    /// <summary>A compiled type knows its namespace and not its file.</summary>
    [Fact]
    public void A_file_has_the_namespace_of_its_folder_and_feature()
    {
        var wrong =
            from file in Arrows.SelectMany(row =>
                Directory.EnumerateFiles(Path.Combine(Web, (string)row[0]), "*.cs", SearchOption.AllDirectories)
            )
            let space = File.ReadLines(file).Single(line => line.StartsWith("namespace ", StringComparison.Ordinal))[
                "namespace ".Length..^1
            ]
            let folder = $"Dialoogtafel.Web.{Path.GetRelativePath(Web, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')}"
            where Place(space) != Place(folder)
            select $"{file} says {space}";
        Assert.Empty(wrong);

        static (string?, string?) Place(string space) =>
            (CompiledArrows.FolderOf(space + ".Type"), CompiledArrows.FeatureOf(space + ".Type"));
    }

    [Fact]
    public void No_feature_uses_another_one_except_the_shared_parts() =>
        Assert.Empty(
            from arrow in CompiledArrows.All
            let own = CompiledArrows.FeatureOf(arrow.From)
            let other = CompiledArrows.FeatureOf(arrow.To)
            where own is not null && other is not null and not "Shared" && own != other
            select arrow
        );

    /// <summary>A path is text, which no compiler sees.</summary>
    [Fact]
    public void No_feature_names_a_view_of_another_one_except_the_shared_parts()
    {
        var features = Path.Combine(Web, "Features");
        var names = Directory
            .GetDirectories(features)
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => name != "Shared")
            .ToList();
        var wrong =
            from own in names.Append("Shared")
            from file in Directory.EnumerateFiles(Path.Combine(features, own), "*.cs*", SearchOption.AllDirectories)
            let source = File.ReadAllText(file)
            from other in names
            where other != own && source.Contains($"/Features/{other}/", StringComparison.Ordinal)
            select $"{Path.GetRelativePath(features, file)} names {other}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_uses_the_program() =>
        Assert.Empty(from arrow in CompiledArrows.All where arrow.To == nameof(Program) select arrow);

    [Fact]
    public void What_was_compiled_shows_a_use_wherever_it_stands()
    {
        var samples = typeof(Uses).Namespace!;
        var arrows = CompiledArrows.Of(
            new ArchLoader().LoadNamespacesWithinAssembly(typeof(Uses).Assembly, samples).Build()
        );
        Assert.Equal(
            [
                nameof(AsArgument),
                nameof(AsAttribute),
                nameof(AsParameter),
                nameof(AsType),
                nameof(InAsync),
                nameof(InAsyncLambda),
                nameof(InBody),
                nameof(InIterator),
                nameof(InLambda),
            ],
            arrows
                .Where(arrow => arrow.From == $"{samples}.{nameof(Uses)}")
                .Select(arrow => arrow.To)
                .Where(used => used.StartsWith(samples, StringComparison.Ordinal))
                .Select(used => used.Split('.')[^1])
                .Order()
        );
    }

    [Fact]
    public void A_type_and_a_view_are_found_in_their_folder_and_feature()
    {
        Assert.Equal(
            ("Features", "MyTable"),
            (
                CompiledArrows.FolderOf("AspNetCoreGeneratedDocument.Features_MyTable_Questions_Later"),
                CompiledArrows.FeatureOf("AspNetCoreGeneratedDocument.Features_MyTable_Questions_Later")
            )
        );
        Assert.Equal(
            ("Features", "Home"),
            (
                CompiledArrows.FolderOf("Dialoogtafel.Web.Features.Home.Page"),
                CompiledArrows.FeatureOf("Dialoogtafel.Web.Features.Home.Page")
            )
        );
        Assert.Equal(
            ("Features", null),
            (
                CompiledArrows.FolderOf("Dialoogtafel.Web.Features.FeatureServices"),
                CompiledArrows.FeatureOf("Dialoogtafel.Web.Features.FeatureServices")
            )
        );
        Assert.Equal(
            ("Mail", null),
            (
                CompiledArrows.FolderOf("Dialoogtafel.Web.Mail.Templates.MailText"),
                CompiledArrows.FeatureOf("Dialoogtafel.Web.Mail.Templates.MailText")
            )
        );
        Assert.Null(CompiledArrows.FolderOf("Dialoogtafel.Domain.Team.TeamRole"));
    }
}
