using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Modules.Series.AllSeries;

/// <summary>
/// Step 4 of the first five minutes: a series with its two tables. Duration and numbers come from the kind and are not
/// asked here.
/// </summary>
public sealed class NewSeriesForm
{
    public static readonly TimeOnly UsualTime = new(13, 30);

    public int? ProjectId { get; set; }

    [Required(ErrorMessage = "Kies een domein.")]
    public int? LifeDomainId { get; set; }

    [
        Required(ErrorMessage = "Schrijf in een paar woorden waar het gesprek over gaat."),
        StringLength(120, ErrorMessage = "Maak het onderwerp korter dan 120 tekens.")
    ]
    public string? Subject { get; set; }

    [Required(ErrorMessage = "Kies een datum voor tafel 1.")]
    public DateOnly? Date { get; set; }

    [Required(ErrorMessage = "Vul in hoe laat de tafel begint.")]
    public TimeOnly? Time { get; set; } = UsualTime;

    [Required(ErrorMessage = "Vul in waar de tafel is."), StringLength(120, ErrorMessage = "Deze naam is te lang.")]
    public string? PlaceName { get; set; }

    [StringLength(200, ErrorMessage = "Dit adres is te lang.")]
    public string? Address { get; set; }

    /// <summary>Of table 2, at the same time of day; may stay empty (R-060 asks for both dates at once).</summary>
    public DateOnly? SecondDate { get; set; }
}

/// <param name="Projects">To choose from; empty when there is only one.</param>
public sealed record NewSeriesPage(
    NewSeriesForm Form,
    IReadOnlyList<SelectListItem> Projects,
    IReadOnlyList<SelectListItem> Domains
);

/// <summary>What may be changed on the page of a series.</summary>
public sealed class SeriesForm : IEditForm
{
    [
        Required(ErrorMessage = "Schrijf in een paar woorden waar het gesprek over gaat."),
        StringLength(120, ErrorMessage = "Maak het onderwerp korter dan 120 tekens.")
    ]
    public string? Subject { get; set; }

    [StringLength(4000, ErrorMessage = "Deze tekst is te lang.")]
    public string? Themes { get; set; }

    public string? Seen { get; set; }
}

/// <param name="Start">Local time; null while there is no date.</param>
public sealed record SeriesTable(
    int Id,
    string Title,
    DateTime? Start,
    string? Place,
    TableTrack Recruiting,
    TableTrack Programme,
    bool Cancelled
);

public sealed record SeriesPage
{
    public required int Id { get; init; }
    public required string Subject { get; init; }
    public required string Domain { get; init; }
    public required string Project { get; init; }
    public required SeriesForm Form { get; init; }
    public required IReadOnlyList<SeriesTable> Tables { get; init; }

    /// <summary>The number that a further table would get.</summary>
    public required int NextNumber { get; init; }
    public required DateTime Today { get; init; }
}

/// <summary>A series in the list, with its tables.</summary>
public sealed record SeriesLine(int Id, string Subject, string Domain, IReadOnlyList<SeriesLineTable> Tables);

public sealed record SeriesLineTable(int Id, string Title, DateTime? Start, bool Cancelled);

/// <param name="MayEdit">Organisers and co-researchers; a facilitator sees the tables that she leads and nothing
/// else.</param>
public sealed record SeriesListPage(
    IReadOnlyList<SeriesLine> Series,
    bool MayEdit,
    bool MayEditDomains,
    DateTime Today
);
