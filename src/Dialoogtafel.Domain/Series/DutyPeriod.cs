namespace Dialoogtafel.Domain.Series;

/// <summary>Functie aan tafel. The first two read what participants prepare .</summary>
public enum TableDuty
{
    /// <summary>Procesbegeleider.</summary>
    Process,

    /// <summary>Inhoudelijk begeleider.</summary>
    Content,

    /// <summary>Reservebegeleider: reads nothing until somebody hands over.</summary>
    Reserve,
}

/// <summary>
/// Wie begeleidde wanneer: that a person had a duty at one table, from when until when, and who chose it. Kept, so that
/// nobody becomes a reader and goes again without a trace. Retention: as the answers; the row says a number and no name
/// once the person is erased.
/// </summary>
public sealed class DutyPeriod
{
    public int Id { get; private set; }
    public int GatheringId { get; init; }
    public required int PersonId { get; init; }
    public required TableDuty Duty { get; init; }

    /// <summary>UTC; null = before this was kept.</summary>
    public DateTime? From { get; init; }

    /// <summary>UTC; null = still.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>The team member who chose it; null = before this was kept.</summary>
    public int? ById { get; init; }

    /// <summary>There were answers already, which this person could not read until then.</summary>
    public bool NewReader { get; init; }

    internal void End(DateTime now) => Until ??= now;
}
