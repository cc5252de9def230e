using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Tests.Architecture.Samples;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>
/// The order of the house (docs/architecture.md): each module may use what stands before it, so that no two know each
/// other. Read from what was compiled (<see cref="CompiledArrows"/>); what the compiler copies in place and what is
/// only text, from the source (<see cref="WrittenArrows"/>).
/// </summary>
public sealed partial class ArrowTests
{
    private static readonly string Web = Path.Combine(Paths.Root, "src", "Dialoogtafel.Web");

    /// <summary>Each may use those before it, and nothing else. The domain may be used by all.</summary>
    private static readonly string[] Order =
    [
        "Options",
        "Jobs",
        "Data",
        "Links",
        "Outbox",
        "Calendar",
        "Access",
        "Pages",
        "Series",
        "People",
        "Team",
        "Invitations",
        "Preparation",
        "Actions",
        "AfterTable",
        "Newsletter",
        "Tables",
        "CallList",
        "MyTable",
        "Home",
        "Admin",
        "Demo",
        "Hosting",
        "Program",
    ];

    public static TheoryData<string> Modules => [.. Order];

    /// <summary>Pair by pair: this one, and each that stands after it.</summary>
    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_uses_only_what_stands_before_it(string module)
    {
        var own = CompiledArrows.All.Where(arrow => CompiledArrows.ModuleOf(arrow.From) == module).ToList();
        Assert.NotEmpty(own);
        Assert.Empty(
            from arrow in own
            let used = CompiledArrows.ModuleOf(arrow.To)
            where used is not null && After(module, used)
            select arrow
        );
    }

    [Fact]
    public void No_constant_and_no_part_of_a_view_comes_from_a_module_after_it() =>
        Assert.Empty(
            from arrow in WrittenArrows.Of(Web, ModuleOfFile)
            where After(ModuleOfFile(arrow.From), ModuleOfFile(arrow.To))
            select arrow
        );

    [Fact]
    public void Every_folder_stands_in_the_order() =>
        Assert.Equal(
            Order.Order(),
            Directory
                .EnumerateFiles(Web, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Web, file))
                .Where(file => file.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
                .Select(file => ModuleOfFile(file))
                .Distinct()
                .Order()
        );

    /// <summary>A compiled type knows its namespace and not its file.</summary>
    [Fact]
    public void A_file_has_the_namespace_of_its_folder()
    {
        var wrong =
            from file in Directory.EnumerateFiles(Web, "*.cs", SearchOption.AllDirectories)
            let place = Path.GetRelativePath(Web, Path.GetDirectoryName(file)!)
            where place != "." && place.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")
            let space = Space().Match(File.ReadAllText(file)).Groups[1].Value
            where space != $"Dialoogtafel.Web.{place.Replace(Path.DirectorySeparatorChar, '.')}"
            select $"{file} says {space}";
        Assert.Empty(wrong);
    }

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

    /// <summary>A house of four files: a constant and a part of a view, each against the order and with it.</summary>
    [Fact]
    public void A_planted_constant_and_a_planted_part_are_found()
    {
        var house = Directory.CreateTempSubdirectory("house").FullName;
        Write("Modules/First/Uses.cs", "class Uses { string Name => Names.Late; string Own => Early.Word; }");
        Write("Modules/First/Early.cs", "class Early { public const string Word = \"\"; }");
        Write("Modules/First/Show.cshtml", "<partial name=\"_Late\" /><partial name=\"_Early\" />");
        Write("Modules/First/_Early.cshtml", "");
        Write("Modules/Second/Names.cs", "class Names { internal const string Late = \"\"; }");
        Write("Modules/Second/_Late.cshtml", "");

        var found = WrittenArrows.Of(house, ModuleOfFile);

        Assert.Equal(
            [
                ("Modules/First/Show.cshtml", "Modules/Second/_Late.cshtml"),
                ("Modules/First/Uses.cs", "Modules/Second/Names.cs"),
            ],
            found.Select(arrow => (arrow.From, arrow.To)).Order()
        );
        Directory.Delete(house, recursive: true);

        void Write(string file, string text)
        {
            var path = Path.Combine(house, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    [Theory]
    [InlineData("AspNetCoreGeneratedDocument.Modules_MyTable_Questions_Later", "MyTable")]
    [InlineData("AspNetCoreGeneratedDocument.Pages__Layout", "Pages")]
    [InlineData("Dialoogtafel.Web.Modules.Home.TeamHome.HomePage", "Home")]
    [InlineData("Dialoogtafel.Web.Outbox.Templates.MailText", "Outbox")]
    [InlineData("Program", "Program")]
    [InlineData("Dialoogtafel.Domain.Team.TeamRole", null)]
    public void A_type_and_a_view_are_found_in_their_module(string type, string? module) =>
        Assert.Equal(module, CompiledArrows.ModuleOf(type));

    private static bool After(string module, string used) => Array.IndexOf(Order, used) > Array.IndexOf(Order, module);

    private static string ModuleOfFile(string file) =>
        file.Split('/', Path.DirectorySeparatorChar) switch
        {
            ["Modules", var module, ..] => module,
            [var folder, _, ..] => folder,
            _ => Path.GetFileNameWithoutExtension(file),
        };

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Space();
}
