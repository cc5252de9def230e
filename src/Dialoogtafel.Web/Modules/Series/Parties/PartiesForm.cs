using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Modules.Series.Parties;

/// <summary>Step 5 of the first five minutes: wie moeten elkaar horen? (R-020)</summary>
public sealed class PartiesForm
{
    /// <summary>Room to name parties that the domain does not propose.</summary>
    public const int EmptyRows = 3;

    [StringLength(4000, ErrorMessage = "Deze tekst is te lang.")]
    public string? Themes { get; set; }

    /// <summary>Those known by name first, then empty ones.</summary>
    public List<PartyRow> Parties { get; set; } = [];
}

/// <summary>One party and how many chairs it should have; an empty number is none.</summary>
public sealed class PartyRow
{
    [StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? Name { get; set; }

    public PerspectiveKind? Kind { get; set; }

    [Range(0, 100, ErrorMessage = "Vul een aantal van 0 of meer in.")]
    public int? Wanted { get; set; }

    /// <summary>Stood in the form by name; an empty row is typed by the person.</summary>
    public bool Known { get; set; }
}

/// <param name="MinSeats">Of the smallest table to come.</param>
/// <param name="MaxSeats">What the numbers may add up to.</param>
/// <param name="Upcoming">Tables that have not begun; the numbers go for all of them.</param>
public sealed record PartiesPage(
    int SeriesId,
    string Subject,
    PartiesForm Form,
    int MinSeats,
    int MaxSeats,
    int Upcoming
);
