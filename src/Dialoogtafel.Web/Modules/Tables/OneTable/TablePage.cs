using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;

namespace Dialoogtafel.Web.Modules.Tables.OneTable;

public sealed class FinalForm
{
    /// <summary>Why the table goes ahead without lived experience at it .</summary>
    [StringLength(500, ErrorMessage = "Maak deze tekst korter.")]
    public string? FinalReason { get; set; }
}

/// <summary>How one perspective stands at the table.</summary>
/// <param name="Seated">People with a chair.</param>
/// <param name="Waiting">People who said ja and have no chair yet.</param>
public sealed record MixRow(string Perspective, int Wanted, int Seated, int Waiting);

/// <param name="Mix">By perspective; null for who may not see perspectives .</param>
/// <param name="FinalAt">Local time.</param>
/// <param name="NeedsReason">Nobody with lived experience has a chair, so definitief asks why.</param>
public sealed record TablePage(
    int Id,
    int SeriesId,
    string Title,
    string Subject,
    DateTime? Start,
    DateTime? End,
    IReadOnlyList<string> Place,
    IReadOnlyList<string> Access,
    string? ProcessFacilitator,
    string? ContentFacilitator,
    string? ReserveFacilitator,
    string? Contact,
    string? ContactPhone,
    string Purpose,
    string IntendedOutcome,
    string Topics,
    string GuidingQuestions,
    TableTrack Recruiting,
    TableTrack Programme,
    int Seated,
    IReadOnlyList<MixRow>? Mix,
    bool MayEdit,
    bool Begun,
    DateTime? FinalAt,
    string? FinalReason,
    bool NeedsReason,
    FinalForm Form,
    DateTime Today
)
{
    /// <summary>Who told what they need, in numbers; null when nobody did.</summary>
    public NeedsCount? Needs { get; init; }

    /// <summary>How the preparation stands, in numbers; null until the table has a date.</summary>
    public PreparationCount? Preparation { get; init; }

    /// <summary>How far the programme is, in one or two sentences.</summary>
    public string ProgrammeLine { get; init; } = "";

    /// <summary>Who was there and what they said, in a sentence; null while nobody ticked it.</summary>
    public string? After { get; init; }

    /// <summary>What the reminders did and will do, one sentence each; empty for whom it does not concern.</summary>
    public IReadOnlyList<string> Reminders { get; init; } = [];

    /// <summary>Whom to call first about this table; null = nobody.</summary>
    public FirstCall? Call { get; init; }

    /// <summary>Local time; null while the table goes on.</summary>
    public DateTime? CancelledAt { get; init; }

    public string? CancelReason { get; init; }

    /// <summary>Whether this person may call the table off.</summary>
    public bool MayCancel { get; init; }

    public bool Open => !Begun && CancelledAt is null;
}

public sealed record FirstCall(string Why, string Button, string Href);
