using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Modules.Actions.TeamPages;

/// <summary>Which actions of a series are shown.</summary>
public enum ActionFilter
{
    Open,
    Late,
    Higher,
    Nobody,
    Ended,
    All,
}

/// <summary>The actions of a series, over all its tables.</summary>
/// <param name="Counts">How many each filter shows.</param>
/// <param name="Tables">Where a new one can be written down.</param>
public sealed record ActionListPage(
    int SeriesId,
    string Subject,
    ActionFilter Filter,
    IReadOnlyDictionary<ActionFilter, int> Counts,
    IReadOnlyList<ActionRow> Rows,
    IReadOnlyList<ActionTable> Tables,
    DateTime Today
);

public sealed record ActionTable(int Id, string Title);

public sealed record ActionRow
{
    public required int Id { get; init; }
    public required string Text { get; init; }
    public required int Table { get; init; }

    /// <summary>Full name; null = nog niemand.</summary>
    public required string? Owner { get; init; }
    public required string? CoOwner { get; init; }

    /// <summary>Full name of the coordinator; null = the contact person of the table.</summary>
    public required string? Contact { get; init; }
    public required DateOnly? TargetOn { get; init; }
    public required string State { get; init; }
    public required StateKind Kind { get; init; }
    public required string NextStep { get; init; }

    /// <summary>"bestuur: de directeur"; null on the own level.</summary>
    public required string? Higher { get; init; }
    public required DateTime? HigherSince { get; init; }

    /// <summary>Local: the last line of its log.</summary>
    public required DateTime Last { get; init; }
}

/// <summary>A new action, or what was agreed of one.</summary>
public sealed record ActionEditPage
{
    /// <summary>Null = a new one.</summary>
    public required int? Id { get; init; }
    public required int TableId { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public required ActionForm Form { get; init; }
    public required OwnerForm Owner { get; init; }
    public required IReadOnlyList<SelectListItem> Owners { get; init; }
    public required IReadOnlyList<SelectListItem> Team { get; init; }

    /// <summary>The chosen owner has enough actions: the tick is shown.</summary>
    public required bool AsksAnyway { get; init; }
}

/// <summary>Overdragen.</summary>
/// <param name="Now">Full name of who does it now; null = nobody.</param>
public sealed record ActionHandOverPage(
    int Id,
    string Text,
    string Subject,
    string? Now,
    OwnerForm Owner,
    IReadOnlyList<SelectListItem> Owners,
    bool AsksAnyway
);

/// <summary>One action with its log. Dates local.</summary>
public sealed record ActionPage
{
    public required int Id { get; init; }
    public required int TableId { get; init; }
    public required int SeriesId { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string State { get; init; }
    public required StateKind Kind { get; init; }
    public required string? Owner { get; init; }
    public required Contact? OwnerPhone { get; init; }
    public required bool OwnerMail { get; init; }
    public required string? CoOwner { get; init; }
    public required string? Contact { get; init; }
    public required DateOnly? TargetOn { get; init; }
    public required string NextStep { get; init; }
    public required string Level { get; init; }
    public required string DecisionMaker { get; init; }
    public required DateTime? HigherSince { get; init; }
    public required IReadOnlyList<string> Must { get; init; }
    public required IReadOnlyList<string> Could { get; init; }
    public required ActionEnd? End { get; init; }
    public required string StopReason { get; init; }
    public required bool HasOwner { get; init; }

    /// <summary>Why somebody is to be called; empty = nobody.</summary>
    public required string WhyCall { get; init; }
    public required bool IsChoice { get; init; }

    /// <summary>When the owner is asked next; null = not by itself.</summary>
    public required DateTime? AskedOn { get; init; }

    /// <summary>The mail to the owner has not left yet.</summary>
    public required bool MailWaits { get; init; }
    public required IReadOnlyList<ActionLogLine> Log { get; init; }
    public required DateTime Today { get; init; }

    public ActionAnswerForm Said { get; init; } = new();
    public ContinueForm Continue { get; init; } = new();
    public StopForm Stop { get; init; } = new();
    public NoteForm Note { get; init; } = new();
}

/// <param name="By">First name; null = the owner, or the site.</param>
/// <param name="Words">What was said with it; null = nothing.</param>
public sealed record ActionLogLine(DateTime At, string What, string Channel, string? By, string? Words);
