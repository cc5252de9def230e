using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Home.TeamHome;

/// <summary>Vóór, tijdens, ná: where a table stands in time.</summary>
public enum Phase
{
    /// <summary>Not begun: without a date, or on a later day.</summary>
    Before,

    /// <summary>Today.</summary>
    During,

    /// <summary>On an earlier day.</summary>
    After,
}

/// <summary>One tab: the word in the address and the word on the page.</summary>
public sealed record PhaseTab(Phase Phase, string Key, string Text)
{
    public static IReadOnlyList<PhaseTab> All { get; } =
    [
        new(Phase.Before, "voor", "Vóór de tafel"),
        new(Phase.During, "tijdens", "Vandaag"),
        new(Phase.After, "na", "Ná de tafel"),
    ];
}

/// <summary>A table in the list of home.</summary>
/// <param name="Start">Local time; null while there is no date.</param>
public sealed record HomeTable(int Id, string Title, string Subject, DateTime? Start, string? Place);

public sealed record HomePage
{
    public required string FirstName { get; init; }

    /// <summary>The most urgent thing to do; null when there is nothing.</summary>
    public required NextStep? Next { get; init; }
    public required bool AnyTable { get; init; }
    public required bool HasProject { get; init; }

    /// <summary>May make a series.</summary>
    public required bool MayStart { get; init; }
    public required Phase Phase { get; init; }
    public required IReadOnlyList<HomeTable> Tables { get; init; }
    public required DateTime Today { get; init; }

    /// <summary>
    /// What stands here whatever else is more urgent: a chair that was given back, somebody who was named.
    /// </summary>
    public IReadOnlyList<NextStep> Also { get; init; } = [];
}

/// <summary>A row of the list as the database gives it.</summary>
internal sealed record TableRow(
    int Id,
    int Number,
    GatheringFocus Focus,
    string Subject,
    DateTime? StartsAt,
    string? Place
);
