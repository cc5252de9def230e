using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Modules.Invitations.Calls;

namespace Dialoogtafel.Web.Modules.CallList;

/// <summary>Te bellen for one project. <paramref name="Projects"/> is empty for who has one.</summary>
/// <param name="Said">What was written down just now, and about which invitation.</param>
/// <param name="After">The row before which that is said; null = on top.</param>
/// <param name="Typed">What was sent and refused: stands again in the row of that invitation.</param>
public sealed record CallPage(
    IReadOnlyList<CallView> Rows,
    IReadOnlyList<ProjectTab> Projects,
    int? Project,
    Said? Said,
    int? After,
    Refused? Typed,
    DateTime Today
)
{
    /// <summary>Chairs that were given back, in a section of their own above the people to call.</summary>
    public IReadOnlyList<CancellationView> Cancellations { get; init; } = [];

    /// <summary>People who were named in the place of another and are not invited yet.</summary>
    public IReadOnlyList<SubstituteView> Substitutes { get; init; } = [];

    /// <summary>A refused "niet uitnodigen": stands again in the row of that invitation.</summary>
    public SubstituteRefused? SubstituteTyped { get; init; }

    /// <summary>Actions about which somebody is to be called, in a section of their own.</summary>
    public IReadOnlyList<ActionCallView> Actions { get; init; } = [];

    public ActionRefused? ActionTyped { get; init; }
}

public sealed record ProjectTab(int Id, string Name);

/// <param name="Comes">The first name of somebody who said ja just now and may still tell what she needs; else
/// null.</param>
public sealed record Said(int Invitation, string Words, string? Comes);

public sealed record Refused(int Invitation, CallForm Form, string Why);

/// <summary>One person and table, with the buttons that fit.</summary>
public sealed record CallView
{
    public required int Id { get; init; }
    public required int PersonId { get; init; }
    public required string Name { get; init; }
    public required string FirstName { get; init; }
    public required string Why { get; init; }

    /// <summary>Null = none is known.</summary>
    public required string? Phone { get; init; }
    public required string Table { get; init; }

    /// <summary>Local time.</summary>
    public required DateTime? Start { get; init; }
    public required string? Approacher { get; init; }
    public required IReadOnlyList<ContactLine> Last { get; init; }

    /// <summary>There are notes and this team member may read them.</summary>
    public required bool HasNotes { get; init; }
    public required bool Yes { get; init; }
    public required bool Chair { get; init; }
    public required bool No { get; init; }
    public required bool Done { get; init; }

    /// <summary>Said ja, with or without a chair.</summary>
    public required bool Comes { get; init; }

    /// <summary>Proposed for the next call.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>She is asked to prepare, so her answers can be typed in.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>One contact; time local.</summary>
public sealed record ContactLine(DateTime At, string What, string? By);

/// <summary>Which button of a row was pressed.</summary>
public enum CallPress
{
    Yes,
    No,
    Chair,
    Done,
    Later,
    NotReached,
}

public sealed class CallForm
{
    [Required(ErrorMessage = "Kies hoe het gesprek afliep.")]
    public CallPress? Press { get; set; }

    /// <summary>The next call, with later and not reached.</summary>
    public DateOnly? Day { get; set; }

    [StringLength(1000, ErrorMessage = "Maak de notitie korter, hooguit 1000 tekens.")]
    public string? Note { get; set; }

    /// <summary>The invitation in the next row, to go on with.</summary>
    public int? Next { get; set; }
}

/// <summary>The notes of all calls with one person about one table.</summary>
public sealed record CallNotesPage(
    int Id,
    string FullName,
    string FirstName,
    string Table,
    IReadOnlyList<NoteLine> Notes
);

/// <summary>Time local.</summary>
public sealed record NoteLine(DateTime At, string What, string? By, string Text);
