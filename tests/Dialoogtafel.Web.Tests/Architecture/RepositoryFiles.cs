using System.Text.RegularExpressions;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>The files of the repository as people read them: what was built or downloaded is left out.</summary>
public static partial class RepositoryFiles
{
    private static readonly string[] Built = ["bin", "obj", "node_modules", "TestResults", ".cache", ".git"];

    /// <summary>Texts that people write here, with their path from the root; always with forward slashes.</summary>
    /// <param name="folders">From the root; an empty one is the whole repository.</param>
    public static IReadOnlyList<(string Path, string Text)> Texts(params string[] folders) =>
        [
            .. folders
                .SelectMany(Under)
                .Where(path =>
                    Path.GetExtension(path)
                        is ".cs"
                            or ".cshtml"
                            or ".sql"
                            or ".js"
                            or ".mjs"
                            or ".css"
                            or ".html"
                            or ".md"
                )
                .Select(path => (path, File.ReadAllText(Path.Combine(Paths.Root, path)))),
        ];

    /// <summary>Every file below a folder, with its path from the root.</summary>
    public static IEnumerable<string> Under(string folder) =>
        Directory
            .EnumerateFiles(
                Path.Combine(Paths.Root, folder),
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
            )
            .Select(file => Path.GetRelativePath(Paths.Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !path.Split('/').Intersect(Built).Any());

    /// <summary>What a file says to its readers: the comments of code, and all of a document or a mail.</summary>
    public static string WordsOf(string path, string text) =>
        Path.GetExtension(path) is ".md" or ".html"
            ? text
            : string.Join('\n', Comment().Matches(text).Select(match => match.Value));

    [GeneratedRegex(@"(?<![:'""])//.*|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@|<!--[\s\S]*?-->|(?m:^\s*--.*)")]
    private static partial Regex Comment();
}
