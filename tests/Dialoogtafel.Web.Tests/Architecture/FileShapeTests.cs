using System.Globalization;
using System.Reflection;
using Dialoogtafel.Domain;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>
/// The shape of the house, comments and views included: lines of at most 120 columns, files of at most 300 lines, at
/// most 8 constructor parameters and 7 positional members. There are no exceptions.
/// </summary>
public sealed class FileShapeTests
{
    private const int Columns = 120;
    private const int Lines = 300;
    private const int Parameters = 8;
    private const int Members = 7;

    [Fact]
    public void Nothing_is_wider_or_longer_than_was_agreed() =>
        Assert.Empty(Files().SelectMany(OfFile).Concat(Types().SelectMany(OfType)));

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
}
