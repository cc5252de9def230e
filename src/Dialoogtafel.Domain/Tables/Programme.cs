namespace Dialoogtafel.Domain.Tables;

/// <summary>A step with its place in time.</summary>
/// <param name="After">Minutes from the start of the table.</param>
public sealed record TimedStep(ProgrammeStep Step, int After);

/// <summary>
/// The programme of one table as a whole: what it adds up to, and what a reader should know of it (R-045, R-062,
///
/// </summary>
public sealed class Programme
{
    /// <summary>
    /// Longest stretch without a pause that people with brain injury should have to sit through; our choice
    ///
    /// </summary>
    public const int LongestStretch = 60;

    /// <param name="minutes">The length of the table.</param>
    public Programme(IEnumerable<ProgrammeStep> steps, int minutes)
    {
        Steps = [.. Timed(steps.OrderBy(step => step.Place).ThenBy(step => step.Id))];
        Minutes = Steps.Sum(item => item.Step.Minutes);
        Over = Minutes - minutes;
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<TimedStep> Steps { get; }

    /// <summary>All steps together.</summary>
    public int Minutes { get; }

    /// <summary>How many minutes longer than the table; below 0 = so many are left.</summary>
    public int Over { get; }

    /// <summary>Steps that nobody else could lead.</summary>
    public IReadOnlyList<ProgrammeStep> WithoutInstruction =>
        [.. Steps.Select(item => item.Step).Where(step => step.LacksInstruction)];

    /// <summary>The longest time between two pauses, in minutes.</summary>
    public int Stretch
    {
        get
        {
            var (longest, now) = (0, 0);
            foreach (var step in Steps.Select(item => item.Step))
            {
                now = step.Form == StepForm.Pause ? 0 : now + step.Minutes;
                longest = Math.Max(longest, now);
            }

            return longest;
        }
    }

    /// <summary>One place up or down; the first and the last stay where they are.</summary>
    /// <param name="steps">All steps of the table; their places become 1, 2, 3.</param>
    public static void Move(IEnumerable<ProgrammeStep> steps, ProgrammeStep step, bool up)
    {
        var ordered = steps.OrderBy(item => item.Place).ThenBy(item => item.Id).ToList();
        var (from, to) = (ordered.IndexOf(step), ordered.IndexOf(step) + (up ? -1 : 1));
        if (to >= 0 && to < ordered.Count)
        {
            (ordered[from], ordered[to]) = (ordered[to], ordered[from]);
        }

        foreach (var (index, item) in ordered.Index())
        {
            item.Place = index + 1;
        }
    }

    private static IEnumerable<TimedStep> Timed(IEnumerable<ProgrammeStep> steps)
    {
        var after = 0;
        foreach (var step in steps)
        {
            yield return new TimedStep(step, after);
            after += step.Minutes;
        }
    }
}
