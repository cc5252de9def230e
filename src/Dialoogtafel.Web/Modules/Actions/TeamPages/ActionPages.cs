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

/// <param name="Owner">Full name; null = nog niemand.</param>
/// <param name="Contact">Full name of the coordinator; null = the contact person of the table.</param>
/// <param name="Last">Local: the last line of its log.</param>
/// <param name="Higher">"bestuur: de directeur"; null on the own level.</param>
public sealed record ActionRow(
    int Id,
    string Text,
    int Table,
    string? Owner,
    string? CoOwner,
    string? Contact,
    DateOnly? TargetOn,
    string State,
    StateKind Kind,
    string NextStep,
    string? Higher,
    DateTime? HigherSince,
    DateTime Last
);

/// <summary>A new action, or what was agreed of one.</summary>
/// <param name="Id">Null = a new one.</param>
/// <param name="AsksAnyway">The chosen owner has enough actions: the tick is shown.</param>
public sealed record ActionEditPage(
    int? Id,
    int TableId,
    string Title,
    string Subject,
    ActionForm Form,
    OwnerForm Owner,
    IReadOnlyList<SelectListItem> Owners,
    IReadOnlyList<SelectListItem> Team,
    bool AsksAnyway
);

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
/// <param name="WhyCall">Why somebody is to be called; empty = nobody.</param>
/// <param name="AskedOn">When the owner is asked next; null = not by itself.</param>
/// <param name="MailWaits">The mail to the owner has not left yet.</param>
public sealed record ActionPage(
    int Id,
    int TableId,
    int SeriesId,
    string Title,
    string Subject,
    string Text,
    string State,
    StateKind Kind,
    string? Owner,
    Contact? OwnerPhone,
    bool OwnerMail,
    string? CoOwner,
    string? Contact,
    DateOnly? TargetOn,
    string NextStep,
    string Level,
    string DecisionMaker,
    DateTime? HigherSince,
    IReadOnlyList<string> Must,
    IReadOnlyList<string> Could,
    ActionEnd? End,
    string StopReason,
    bool HasOwner,
    string WhyCall,
    bool IsChoice,
    DateTime? AskedOn,
    bool MailWaits,
    IReadOnlyList<ActionLogLine> Log,
    DateTime Today
)
{
    public ActionAnswerForm Said { get; init; } = new();
    public ContinueForm Continue { get; init; } = new();
    public StopForm Stop { get; init; } = new();
    public NoteForm Note { get; init; } = new();
}

/// <param name="By">First name; null = the owner, or the site.</param>
/// <param name="Words">What was said with it; null = nothing.</param>
public sealed record ActionLogLine(DateTime At, string What, string Channel, string? By, string? Words);
