using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>What the last press did.</summary>
public enum NeedsDone
{
    Kept,
    Erased,
    NothingTyped,
}

/// <summary>"Wat heeft u nodig?"</summary>
public sealed record NeedsPage
{
    public required LinkOwner Owner { get; init; }
    public required GatheringLine Gathering { get; init; }
    public required Contact? Contact { get; init; }

    /// <summary>Days after the table on which it is erased.</summary>
    public required int Days { get; init; }

    /// <summary>False when she does not come, or the table has begun: what was told can only be erased then.</summary>
    public required bool MayTell { get; init; }

    /// <summary>What was told elsewhere and may be shown here; times local.</summary>
    public required IReadOnlyList<NeedsTold> Earlier { get; init; }

    /// <summary>Something of hers may be shown here, so it can be erased here.</summary>
    public required bool HasTold { get; init; }

    /// <summary>Something was told elsewhere that is not shown here (S06).</summary>
    public required bool HasToldElsewhere { get; init; }

    public NeedsDone? Done { get; init; }
    public required NeedsForm Form { get; init; }
}
