using Dialoogtafel.Web.Access;

namespace Dialoogtafel.Web.Pages;

/// <summary>Volgende stap: one sentence and one button for one series. Home shows the most urgent one.</summary>
/// <param name="Urgency">Higher is more urgent: 100 something went wrong, 80 today, 50 this week, 20 when there is
/// time.</param>
public sealed record NextStep(int? SeriesId, string Sentence, string Button, string Href, int Urgency)
{
    /// <summary>Stands on home also when something else is more urgent.</summary>
    public bool Always { get; init; }
}

/// <summary>
/// A module that has something to do for a team member; contributes at most one step per series and kind of work, and
/// knows no other module.
/// </summary>
public interface INextStepSource
{
    Task<IReadOnlyList<NextStep>> FindAsync(Actor actor, DateTime now, CancellationToken stop);
}
