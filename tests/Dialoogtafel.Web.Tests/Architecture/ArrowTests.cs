using System.Text.RegularExpressions;
using Dialoogtafel.Web.Settings;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>Which folder of the site may use which (docs/architecture.md). Read from the sources, so that the compiler's freedom is not ours.</summary>
public sealed partial class ArrowTests
{
    private static readonly string Web = Path.Combine(Paths.Root, "src", "Dialoogtafel.Web");

    /// <summary>The domain may be used by all; Settings composes everything below the features and the demo, and uses no feature.</summary>
    public static TheoryData<string, string> Arrows => new()
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
        var wrong = from file in Sources(folder)
                    from used in UsedFolders(File.ReadAllText(file))
                    where !allowed.Contains(used)
                    select $"{Path.GetRelativePath(Web, file)} uses {used}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_folder_has_its_arrows()
    {
        var folders = Directory.GetDirectories(Web).Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
            .Select(folder => Path.GetFileName(folder)!).Except(["bin", "obj", "libraries", "Properties"]);
        Assert.Equal(Arrows.Select(row => (string)row[0]).Order(), folders.Order());
    }

    [Fact]
    public void No_feature_uses_another_one_except_the_shared_parts()
    {
        var types = typeof(Program).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Dialoogtafel.Web.Features.", StringComparison.Ordinal) == true && !type.IsNested)
            .ToLookup(type => type.Namespace!.Split('.')[3], type => type.Name.Split('`')[0]);
        var wrong = new List<string>();
        foreach (var file in Sources("Features"))
        {
            var parts = Path.GetRelativePath(Path.Combine(Web, "Features"), file).Split(Path.DirectorySeparatorChar);
            var source = File.ReadAllText(file);
            foreach (var other in types.Select(group => group.Key).Where(other => parts.Length > 1 && other != parts[0] && other != "Shared"))
            {
                // By its full name, by the last part of its namespace and a type, or by the path of a view.
                var qualified = types[other].Any(type => Regex.IsMatch(source, $@"(?<![\w.]){other}\.{type}\b"));
                if (qualified || source.Contains($"Web.Features.{other}", StringComparison.Ordinal) || source.Contains($"/Features/{other}/", StringComparison.Ordinal))
                {
                    wrong.Add($"{string.Join('/', parts)} uses {other}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_uses_the_program() =>
        Assert.Empty(Sources("").Where(file => Path.GetFileName(file) != "Program.cs" && ProgramType().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));

    [Fact]
    public void The_reader_of_sources_finds_what_is_used()
    {
        Assert.Equal(["Mail", "Data"], UsedFolders("using Dialoogtafel.Web.Mail.Templates;\nusing static Dialoogtafel.Web.Data.X;\nnamespace Dialoogtafel.Web.Demo;"));
        Assert.Equal(["Links"], UsedFolders("@model Dialoogtafel.Web.Links.Page"));
    }

    private static IEnumerable<string> UsedFolders(string source) => Used().Matches(source).Select(match => match.Groups["folder"].Value);

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(Web, folder), "*.cs*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !BuildFolder().IsMatch(file));

    [GeneratedRegex(@"(?<!namespace )Dialoogtafel\.Web\.(?<folder>[A-Z]\w*)")]
    private static partial Regex Used();

    [GeneratedRegex(@"typeof\(Program\)|<Program>|(?<!\w)Program\.[A-Z]")]
    private static partial Regex ProgramType();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex BuildFolder();
}
