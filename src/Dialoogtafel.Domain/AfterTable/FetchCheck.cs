using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.AfterTable;

/// <summary>Whether somebody got what she came to get.</summary>
public enum FetchOutcome
{
    Yes,

    /// <summary>Een beetje.</summary>
    Partly,

    /// <summary>Nee: somebody of the team calls her.</summary>
    No,
}

/// <summary>
/// Halen-check: what one person said after the table about what she came to get. A row per device on which it
/// was told, so that words typed on one device never replace those of another; the newest counts. Retention: 12 months
/// after the series, like answers.
/// </summary>
public sealed class FetchCheck
{
    public int Id { get; private set; }
    public required int InvitationId { get; init; }
    public required FetchOutcome Outcome { get; set; }

    /// <summary>What she wrote beside it; null = nothing.</summary>
    public SealedText? Words { get; set; }

    /// <summary>
    /// Hash of the device key under which it was typed; elsewhere the words are not shown (S06). Null = a browser
    /// without cookies, or written down by the team.
    /// </summary>
    public string? Device { get; init; }

    /// <summary>When it was last changed. UTC.</summary>
    public required DateTime At { get; set; }

    public required ContactChannel Channel { get; init; }

    /// <summary>The team member who wrote it down on behalf; null when the person did.</summary>
    public int? ById { get; init; }

    /// <summary>What counts of several tellings: the newest.</summary>
    public static FetchCheck? Newest(IEnumerable<FetchCheck> tellings) =>
        tellings.OrderBy(item => item.At).ThenBy(item => item.Id).LastOrDefault();
}

/// <summary>How a table did, in numbers; of each person the newest telling.</summary>
/// <param name="Present">Participants who were there, facilitators not counted.</param>
public sealed record FetchCount(int Present, int Yes, int Partly, int No)
{
    public int Told => Yes + Partly + No;

    /// <param name="present">The invitations of who was there.</param>
    /// <param name="tellings">Of any invitations of the table.</param>
    public static FetchCount Of(IReadOnlyCollection<int> present, IEnumerable<FetchCheck> tellings)
    {
        var newest = tellings
            .Where(item => present.Contains(item.InvitationId))
            .GroupBy(item => item.InvitationId)
            .Select(group => FetchCheck.Newest(group)!.Outcome)
            .ToList();
        return new(
            present.Count,
            newest.Count(item => item == FetchOutcome.Yes),
            newest.Count(item => item == FetchOutcome.Partly),
            newest.Count(item => item == FetchOutcome.No)
        );
    }
}
