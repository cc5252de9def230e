using Dialoogtafel.Benchmarks;

// Each comparison measures the subject and its reference in turns, in this one run, so that a busy computer slows both.
var quick = args.Contains("--quick");
var wanted = args.Where(a => !a.StartsWith('-')).ToHashSet(StringComparer.OrdinalIgnoreCase);
var comparisons = new Dictionary<string, Func<Task<IReadOnlyList<Comparison>>>>
{
    ["rig"] = () => RigCheck.Run(quick),
};

var report = new List<Comparison>();
foreach (var (name, run) in comparisons)
    if (wanted.Count == 0 || wanted.Contains(name)) report.AddRange(await run());

Console.WriteLine(Report.Markdown(report));
