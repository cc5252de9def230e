using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Modules.Tables.Details;

/// <summary>
/// Everything that can be set of one table. Only numbers and, once people are asked, date and place must be there:
/// nothing else holds up saving.
/// </summary>
public sealed class TableForm : IEditForm
{
    private const string TooLong = "Deze tekst is te lang.";

    public DateOnly? Date { get; set; }
    public TimeOnly? Time { get; set; }

    [
        Required(ErrorMessage = "Vul in hoeveel minuten de tafel duurt."),
        Range(15, 600, ErrorMessage = "Vul een aantal minuten van 15 tot 600 in.")
    ]
    public int? Minutes { get; set; }

    [StringLength(120, ErrorMessage = TooLong)]
    public string? PlaceName { get; set; }

    [StringLength(200, ErrorMessage = TooLong)]
    public string? Address { get; set; }

    [StringLength(300, ErrorMessage = TooLong)]
    public string? PublicTransport { get; set; }

    [StringLength(300, ErrorMessage = TooLong)]
    public string? Parking { get; set; }

    [StringLength(300, ErrorMessage = TooLong)]
    public string? Wheelchair { get; set; }

    [StringLength(300, ErrorMessage = TooLong)]
    public string? QuietRoom { get; set; }

    [StringLength(300, ErrorMessage = TooLong)]
    public string? SoundAndLight { get; set; }

    [StringLength(1000, ErrorMessage = TooLong)]
    public string? Purpose { get; set; }

    [StringLength(1000, ErrorMessage = TooLong)]
    public string? IntendedOutcome { get; set; }

    [StringLength(2000, ErrorMessage = TooLong)]
    public string? Topics { get; set; }

    public int? ProcessFacilitatorId { get; set; }
    public int? ContentFacilitatorId { get; set; }
    public int? ReserveFacilitatorId { get; set; }
    public int? ContactPersonId { get; set; }

    [Required(ErrorMessage = "Vul een aantal in."), Range(1, 100, ErrorMessage = "Vul een aantal van 1 tot 100 in.")]
    public int? MinSeats { get; set; }

    [Required(ErrorMessage = "Vul een aantal in."), Range(1, 100, ErrorMessage = "Vul een aantal van 1 tot 100 in.")]
    public int? MaxSeats { get; set; }

    [Required(ErrorMessage = "Vul een aantal in."), Range(1, 500, ErrorMessage = "Vul een aantal van 1 tot 500 in.")]
    public int? ApproachFrom { get; set; }

    [Required(ErrorMessage = "Vul een aantal in."), Range(1, 500, ErrorMessage = "Vul een aantal van 1 tot 500 in.")]
    public int? ApproachTo { get; set; }

    [
        Required(ErrorMessage = "Vul een aantal dagen in. 0 betekent: tot het begin."),
        Range(0, 365, ErrorMessage = "Vul een aantal dagen van 0 tot 365 in.")
    ]
    public int? ReleaseDays { get; set; }

    public string? Seen { get; set; }
}

/// <param name="People">To lead the table: those with lived experience first, then the others of team and
/// network.</param>
/// <param name="Team">Whom participants may call.</param>
/// <param name="PeopleKnow">Somebody has been asked already, so that a change of date or place is told.</param>
public sealed record TableFormPage(
    int Id,
    string Title,
    string Subject,
    TableForm Form,
    IReadOnlyList<SelectListItem> People,
    IReadOnlyList<SelectListItem> Team,
    bool PeopleKnow
)
{
    /// <summary>What was typed moves the table: who gets mail, to agree to. Null otherwise.</summary>
    public MoveToAgree? Move { get; init; }

    /// <summary>
    /// Somebody else would read answers that are there already: who hears of it, to agree to. Null otherwise.
    /// </summary>
    public NewReaders? Readers { get; init; }

    /// <summary>People in all, those who hear of both once.</summary>
    public int Mailed { get; init; }

    public string? Button =>
        Move is null && Readers is null
            ? null
            : Mailed switch
            {
                0 => "Ja, bewaar",
                1 => "Ja, bewaar en mail 1 mens",
                _ => $"Ja, bewaar en mail {Mailed} mensen",
            };

    /// <summary>What holds for choosing a facilitator now that there are answers; null while there are none.</summary>
    public string? Sealed { get; init; }

    public IReadOnlyList<string> Duties { get; init; } = [];
}

/// <param name="Names">Those who get mail.</param>
/// <param name="Call">Those without an address.</param>
/// <param name="Failed">Those with an address that refused the last mail: they get none.</param>
/// <param name="Was">As it stands, local.</param>
/// <param name="Becomes">As it was typed, local.</param>
/// <param name="Seconds">The recall window.</param>
public sealed record MoveToAgree(
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Call,
    IReadOnlyList<string> Failed,
    MomentAndPlace Was,
    MomentAndPlace Becomes,
    DateTime Today,
    int Seconds
)
{
    public int Count => Names.Count;
}

/// <summary>When and where, to read; times local.</summary>
/// <param name="Place">On one line; empty while there is none.</param>
public sealed record MomentAndPlace(DateTime Start, DateTime End, string Place);
