using System.ComponentModel.DataAnnotations;

namespace Dialoogtafel.Web.Modules.Tables.Cancelling;

public sealed class CancelForm
{
    /// <summary>Why, for the participants; may stay empty.</summary>
    [StringLength(500, ErrorMessage = "Maak deze tekst korter.")]
    public string? Reason { get; set; }
}

/// <param name="Count">How many people get a mail.</param>
/// <param name="Names">Some of them; null when nobody gets one.</param>
/// <param name="Call">Some of those without an address; null when there are none.</param>
public sealed record CancelPage(
    int Id,
    string Title,
    string Subject,
    int Count,
    string? Names,
    string? Call,
    CancelForm Form
)
{
    public string Button =>
        Count switch
        {
            0 => "Ja, zeg de tafel af",
            1 => "Ja, zeg de tafel af en mail 1 mens",
            _ => $"Ja, zeg de tafel af en mail {Count} mensen",
        };
}
