using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>The tables of a story that was written down before its test, and where what came of it differs.</summary>
public static class WrittenTables
{
    /// <summary>Each row as its cells, headings and rules included.</summary>
    /// <param name="heading">Only those below this heading; null = all.</param>
    public static IReadOnlyList<string[]> Rows(string file, string? heading = null) =>
        [
            .. File.ReadLines(Path.Combine(RigFiles.Root, "tests", "Dialoogtafel.Web.Tests", "Scenario", file))
                .SkipWhile(line => heading is not null && line != $"## {heading}")
                .Skip(heading is null ? 0 : 1)
                .TakeWhile(line => heading is null || !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(line => line.StartsWith('|'))
                .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];

    /// <summary>Each difference as one line with the row and the column.</summary>
    public static List<string> Different(string row, params (string Column, object Wanted, object Found)[] columns) =>
        [
            .. columns
                .Where(column => !Equals(column.Wanted, column.Found))
                .Select(column => $"{row} · {column.Column}: expected '{column.Wanted}', found '{column.Found}'"),
        ];
}
