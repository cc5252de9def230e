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

public sealed record TablePage
{
    public required int Id { get; init; }
    public required int SeriesId { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public required DateTime? Start { get; init; }
    public required DateTime? End { get; init; }
    public required IReadOnlyList<string> Place { get; init; }
    public required IReadOnlyList<string> Access { get; init; }
    public required string? ProcessFacilitator { get; init; }
    public required string? ContentFacilitator { get; init; }
    public required string? ReserveFacilitator { get; init; }
    public required string? Contact { get; init; }
    public required string? ContactPhone { get; init; }
    public required string Purpose { get; init; }
    public required string IntendedOutcome { get; init; }
    public required string Topics { get; init; }
    public required string GuidingQuestions { get; init; }
    public required TableTrack Recruiting { get; init; }
    public required TableTrack Programme { get; init; }
    public required int Seated { get; init; }

    /// <summary>By perspective; null for who may not see perspectives .</summary>
    public required IReadOnlyList<MixRow>? Mix { get; init; }
    public required bool MayEdit { get; init; }
    public required bool Begun { get; init; }

    /// <summary>Local time.</summary>
    public required DateTime? FinalAt { get; init; }
    public required string? FinalReason { get; init; }

    /// <summary>Nobody with lived experience has a chair, so definitief asks why.</summary>
    public required bool NeedsReason { get; init; }
    public required FinalForm Form { get; init; }
    public required DateTime Today { get; init; }

    /// <summary>Who told what they need, in numbers; null when nobody did.</summary>
    public NeedsCount? Needs { get; init; }

    /// <summary>How the preparation stands, in numbers; null until the table has a date.</summary>
    public PreparationCount? Preparation { get; init; }

    /// <summary>How far the programme is, in one or two sentences.</summary>
    public string ProgrammeSummary { get; init; } = "";

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
