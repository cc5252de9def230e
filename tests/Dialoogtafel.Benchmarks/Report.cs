using System.Globalization;
using System.Text;

namespace Dialoogtafel.Benchmarks;

/// <summary>The table of docs/benchmarks.md.</summary>
public static class Report
{
    public static string Markdown(IEnumerable<Comparison> comparisons)
    {
        var text = new StringBuilder(
            "| what | unit | ours (median) | reference (median) | ratio | rounds |\n|---|---|---:|---:|---:|---:|\n"
        );
        foreach (var c in comparisons)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {c.Name} | {c.Unit} | {c.SubjectMedian:N0} | {c.ReferenceMedian:N0} | {c.Ratio:F2} | "
                    + $"{c.Subject.Count} |\n"
            );
        return text.ToString();
    }
}
