using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Html;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>The report of one table for its team.</summary>
public sealed record TeamReportPage
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public required bool Begun { get; init; }

    /// <summary>Null while there is none.</summary>
    public required IHtmlContent? Body { get; init; }

    /// <summary>When and by whom it was changed last, in words.</summary>
    public required string Changed { get; init; }

    /// <summary>Who agreed, a line each.</summary>
    public required IReadOnlyList<string> Agreed { get; init; }

    /// <summary>The facilitators who did not agree yet.</summary>
    public required IReadOnlyList<MissingAgreement> Missing { get; init; }

    /// <summary>This team member is one of them.</summary>
    public required bool MayAgree { get; init; }

    /// <summary>What was sent, in a sentence; null = nothing.</summary>
    public required string? Sent { get; init; }

    /// <summary>Organiser.</summary>
    public required bool MaySend { get; init; }

    /// <summary>Both agreed.</summary>
    public required bool CanSend { get; init; }

    /// <summary>Mails still wait.</summary>
    public required bool MayRecall { get; init; }
    public required string? OwnMail { get; init; }
    public required OnBehalfForm Form { get; init; }

    /// <summary>Nobody ticked who was there.</summary>
    public bool MissesAttendance { get; init; }

    /// <summary>There is no note of this table.</summary>
    public bool MissesNotes { get; init; }
}

public sealed record MissingAgreement(int PersonId, string Name);

public sealed class OnBehalfForm
{
    [Required(ErrorMessage = "Kies voor wie u akkoord geeft.")]
    public int? Facilitator { get; set; }

    /// <summary>Never about health; the page says so.</summary>
    [
        Required(ErrorMessage = "Schrijf op waarom u namens een ander akkoord geeft."),
        StringLength(200, ErrorMessage = "Maak deze tekst korter.")
    ]
    public string? Reason { get; set; }
}

/// <param name="Preview">The typed text as people will read it; null = not asked.</param>
/// <param name="Draft">A fresh text from notes and programme, to copy from.</param>
public sealed record ReportTextPage(
    int Id,
    string Title,
    string Subject,
    bool Agreed,
    IHtmlContent? Preview,
    string Draft,
    ReportTextForm Form
);

public enum TextPress
{
    Save,
    Preview,
}

public sealed class ReportTextForm : IEditForm
{
    [
        Required(ErrorMessage = "Het verslag is leeg. Schrijf iets op."),
        StringLength(TableReport.MostLetters, ErrorMessage = "Dit verslag is te lang. Maak het korter.")
    ]
    public string? Text { get; set; }

    public string? Seen { get; set; }
}
