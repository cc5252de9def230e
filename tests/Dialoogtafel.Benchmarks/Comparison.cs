namespace Dialoogtafel.Benchmarks;

/// <summary>What one subject does beside its reference, measured in turns.</summary>
/// <param name="Name">What was asked, for the table.</param>
/// <param name="Unit">What is counted, per second: "requests/s", "mails/s".</param>
/// <param name="Subject">The rate of each round of the subject.</param>
/// <param name="Reference">The rate of each round of the reference, as many as of the subject.</param>
public sealed record Comparison(
    string Name,
    string Unit,
    IReadOnlyList<double> Subject,
    IReadOnlyList<double> Reference
)
{
    public double SubjectMedian => Median(Subject);
    public double ReferenceMedian => Median(Reference);

    /// <summary>
    /// The median of the ratios of neighbouring rounds: 1 is as fast as the reference, 0.5 half as fast.
    /// </summary>
    public double Ratio => Median([.. Subject.Zip(Reference, (subject, reference) => subject / reference)]);

    /// <summary>Warms both up with one round that does not count, then alternates.</summary>
    public static async Task<Comparison> Measure(
        string name,
        string unit,
        int rounds,
        Func<Task<double>> subject,
        Func<Task<double>> reference
    )
    {
        await subject();
        await reference();
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            // The second one of a pair may find warmer caches, so they take turns at being first.
            if (round % 2 == 0)
            {
                ours.Add(await subject());
                theirs.Add(await reference());
            }
            else
            {
                theirs.Add(await reference());
                ours.Add(await subject());
            }
        }
        return new Comparison(name, unit, ours, theirs);
    }

    static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
