using System.Text.RegularExpressions;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>
/// Uses that leave no trace in what was compiled: a constant, which the compiler copies in place, and the part of a
/// view, which is a name in text. Only those that cross from one module to another.
/// </summary>
public static partial class WrittenArrows
{
    /// <param name="root">The folder of the site.</param>
    /// <param name="moduleOf">The module of a file, by its path below that folder.</param>
    /// <returns>From file to file, both below that folder.</returns>
    public static IReadOnlyList<Arrow> Of(string root, Func<string, string> moduleOf)
    {
        var files = Directory
            .EnumerateFiles(root, "*.cs*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => file.Split('/')[0] is not ("bin" or "obj"))
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(root, file)));
        var constants = (
            from file in files
            where file.Key.EndsWith(".cs", StringComparison.Ordinal)
            from constant in ConstantsOf(file.Value)
            select (Name: constant, File: file.Key)
        ).ToLookup(item => item.Name, item => item.File);
        var parts = files
            .Keys.Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file));
        return
        [
            .. from file in files
            from used in Member()
                .Matches(file.Value)
                .SelectMany(match => constants[match.Value])
                .Concat(PartsOf(file.Key, file.Value, parts))
            where moduleOf(used) != moduleOf(file.Key)
            select new Arrow(file.Key, used) into arrow
            group arrow by arrow into same
            select same.Key,
        ];
    }

    /// <summary>As "Type.Constant": of the type in whose braces it stands first.</summary>
    private static IEnumerable<string> ConstantsOf(string source)
    {
        var types = TypeName().Matches(source);
        return Constant()
            .Matches(source)
            .Select(constant => (types.LastOrDefault(type => type.Index < constant.Index), constant.Groups[1].Value))
            .Where(item => item.Item1 is not null)
            .Select(item => $"{item.Item1!.Groups[1].Value}.{item.Value}");
    }

    /// <summary>A part that stands in the view's own module is that one, whatever others are called.</summary>
    private static IEnumerable<string> PartsOf(string view, string source, ILookup<string, string> parts) =>
        Part()
            .Matches(source)
            .Select(match => match.Groups[1].Value)
            .Where(name => !parts[name].Any(part => Top(part) == Top(view)))
            .SelectMany(name => parts[name]);

    private static string Top(string file) => string.Join('/', file.Split('/').Take(2));

    [GeneratedRegex(@"\b[A-Z]\w*\.[A-Z]\w*\b")]
    private static partial Regex Member();

    [GeneratedRegex(@"\b(?:class|struct|record|interface) (\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b(?:public|internal) const [\w?]+ (\w+)")]
    private static partial Regex Constant();

    [GeneratedRegex(@"(?:<partial name=|\bView\(|PartialAsync\()""(_\w+)""")]
    private static partial Regex Part();
}
