using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Html;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>The report of one table for its team.</summary>
/// <param name="Body">Null while there is none.</param>
/// <param name="Changed">When and by whom it was changed last, in words.</param>
/// <param name="Agreed">Who agreed, a line each.</param>
/// <param name="Missing">The facilitators who did not agree yet.</param>
/// <param name="MayAgree">This team member is one of them.</param>
/// <param name="Sent">What was sent, in a sentence; null = nothing.</param>
/// <param name="MaySend">Organiser.</param>
/// <param name="CanSend">Both agreed.</param>
/// <param name="MayRecall">Mails still wait.</param>
public sealed record TeamReportPage(
    int Id,
    string Title,
    string Subject,
    bool Begun,
    IHtmlContent? Body,
    string Changed,
    IReadOnlyList<string> Agreed,
    IReadOnlyList<MissingAgreement> Missing,
    bool MayAgree,
    string? Sent,
    bool MaySend,
    bool CanSend,
    bool MayRecall,
    string? OwnMail,
    OnBehalfForm Form
)
{
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
