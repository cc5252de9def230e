namespace Dialoogtafel.Web.Features.Shared;

/// <summary>One agreed action as the report names it.</summary>
/// <param name="What">What was agreed.</param>
/// <param name="Who">Who does it; a name only where that person wants it, else a party or "nog niemand".</param>
/// <param name="When">By when, in words; empty = no date.</param>
/// <param name="Parties">Which parties must or can join; may be empty.</param>
public sealed record ReportAction(string What, string Who, string When, string Parties);

/// <summary>Which actions were agreed at a table, for its report .</summary>
public interface IReportActions
{
    Task<IReadOnlyList<ReportAction>> OfAsync(int gathering, CancellationToken stop);
}

/// <summary>As long as no feature keeps actions.</summary>
public sealed class NoReportActions : IReportActions
{
    public Task<IReadOnlyList<ReportAction>> OfAsync(int gathering, CancellationToken stop) => Task.FromResult<IReadOnlyList<ReportAction>>([]);
}
