using System.Globalization;
using System.Reflection;
using Dialoogtafel.Domain;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>
/// The shape of the house, comments and views included: lines of at most 120 columns, files of at most 300 lines, at
/// most 8 constructor parameters and 7 positional members. What is wider today stands in shape-exceptions.txt with its
/// count, which may only shrink: <c>APPROVE=1</c> writes the list.
/// </summary>
public sealed class FileShapeTests
{
    private const int Columns = 120;
    private const int Lines = 300;
    private const int Parameters = 8;
    private const int Members = 7;
    private static readonly string List = Path.Combine(
        RigFiles.Root,
        "tests",
        "Dialoogtafel.Web.Tests",
        "Architecture",
        "shape-exceptions.txt"
    );

    [Fact]
    public void Nothing_is_wider_or_longer_than_was_agreed_and_the_exceptions_shrink()
    {
        var found = Files()
            .SelectMany(OfFile)
            .Concat(Types().SelectMany(OfType))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            var known = File.Exists(List) ? Read().ToDictionary(item => item.What, item => item.Count) : [];
            var grown = found
                .Select(Split)
                .Where(item => known.Count > 0 && item.Count > known.GetValueOrDefault(item.What))
                .Select(item => item.What)
                .ToList();
            Assert.True(grown.Count == 0, "Grown, so not approved:\n" + string.Join('\n', grown));
            File.WriteAllLines(List, found);
            return;
        }

        var listed = File.ReadAllLines(List);
        Assert.True(
            !found.Except(listed).Any(),
            "Too wide or too long, or changed:\n" + string.Join('\n', found.Except(listed))
        );
        Assert.True(
            !listed.Except(found).Any(),
            "Mended, so take it off the list (APPROVE=1):\n" + string.Join('\n', listed.Except(found))
        );
    }

    private static IEnumerable<string> Files() =>
        new[] { "src", "tests" }
            .Select(folder => Path.Combine(RigFiles.Root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories))
            .Where(file =>
                Path.GetExtension(file) is ".cs" or ".cshtml"
                && !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")
            );

    private static IEnumerable<string> OfFile(string file)
    {
        var lines = File.ReadAllLines(file);
        var name = Path.GetRelativePath(RigFiles.Root, file).Replace(Path.DirectorySeparatorChar, '/');
        if (lines.Count(line => line.Length > Columns) is > 0 and var wide)
        {
            yield return Line("wide lines", name, wide);
        }

        if (lines.Length > Lines)
        {
            yield return Line("lines", name, lines.Length);
        }
    }

    private static IEnumerable<Type> Types() =>
        new[] { typeof(DomainRuleException).Assembly, typeof(Program).Assembly, typeof(FileShapeTests).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Dialoogtafel", StringComparison.Ordinal) == true);

    private static IEnumerable<string> OfType(Type type)
    {
        var most = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Select(item => item.GetParameters().Length)
            .DefaultIfEmpty()
            .Max();
        var isRecord =
            type.GetMethod("<Clone>$") is not null
            || (
                type.IsValueType
                && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null
            );
        if (most > (isRecord ? Members : Parameters))
        {
            yield return Line(isRecord ? "positional members" : "constructor parameters", type.FullName!, most);
        }
    }

    private static string Line(string what, string where, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: {where}: {count}");

    private static IEnumerable<(string What, int Count)> Read() => File.ReadAllLines(List).Select(Split);

    private static (string What, int Count) Split(string line) =>
        (line[..line.LastIndexOf(':')], int.Parse(line[(line.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture));
}
