using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Web.Modules.Series.LifeDomains;

/// <summary>One domain with the parties that it proposes. A row without a name goes away.</summary>
public sealed class LifeDomainForm
{
    public const int EmptyRows = 2;

    /// <summary>Null for a new one.</summary>
    public int? Id { get; set; }

    [Required(ErrorMessage = "Geef het domein een naam."), StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? Name { get; set; }

    public List<PresetRow> Parties { get; set; } = [];
}

public sealed class PresetRow
{
    [StringLength(100, ErrorMessage = "Deze naam is te lang.")]
    public string? Name { get; set; }

    public PerspectiveKind? Kind { get; set; }

    [Range(0, 100, ErrorMessage = "Vul een aantal van 0 of meer in.")]
    public int? Wanted { get; set; }
}

public sealed record LifeDomainLink(int Id, string Name);

/// <param name="MaxSeats">What the proposed numbers may add up to.</param>
public sealed record LifeDomainPage(IReadOnlyList<LifeDomainLink> Domains, LifeDomainForm Form, int MaxSeats);
