using Dialoogtafel.Web.Tests.Outbox;

namespace Dialoogtafel.Benchmarks;

/// <summary>
/// Each comparison measures the subject and its reference in turns, in this one run, so that a busy computer slows
/// both.
/// </summary>
static class Benchmarks
{
    static readonly Dictionary<string, Func<bool, Task<IReadOnlyList<Comparison>>>> All = new()
    {
        ["rig"] = RigCheck.Run,
        ["pages"] = PersonalPages.Run,
        ["pump"] = Pump.Run,
        ["board"] = RecruitingBoard.Run,
    };

    /// <param name="args">Names of those to run, all without; <c>--quick</c> only shows that they work. <c>waiting
    /// ZIP</c>: <see cref="WaitingMails"/>. <c>types [DLL]</c>: <see cref="TouchedTypes"/>.</param>
    static async Task Main(string[] args)
    {
        if (args is ["waiting", var zip, ..])
        {
            await WaitingMails.MakeAsync(Path.GetFullPath(zip));
            return;
        }

        if (args is ["types", .. var site])
        {
            TouchedTypes.Print(site.FirstOrDefault());
            return;
        }

        var wanted = args.Where(a => !a.StartsWith('-')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var report = new List<Comparison>();
        foreach (var (name, run) in All)
            if (wanted.Count == 0 || wanted.Contains(name))
                report.AddRange(await run(args.Contains("--quick")));

        Console.WriteLine(Report.Markdown(report));
    }
}
