using System.ComponentModel.DataAnnotations;

namespace Dialoogtafel.Web.Modules.Tables.Materials;

/// <param name="Stored">False = this is the list that comes with the product, nothing is kept yet.</param>
/// <param name="Lines">Who ticked what, in the order of the form.</param>
public sealed record MaterialsPage(
    int Id,
    string Title,
    string Subject,
    bool Stored,
    int Done,
    IReadOnlyList<MaterialLine> Lines,
    MaterialsForm Form
);

/// <param name="By">Who ticked it off; null = it is still to be done.</param>
public sealed record MaterialLine(string Name, string? By);

/// <summary>The list with its ticks. As served it changes nothing: every tick says what it was.</summary>
public sealed class MaterialsForm
{
    public List<MaterialTick> Ticks { get; set; } = [];

    [StringLength(80, ErrorMessage = "Maak het korter.")]
    public string? Add { get; set; }
}

public sealed class MaterialTick
{
    /// <summary>Its place in the list.</summary>
    public int Place { get; set; }
    public bool Was { get; set; }
    public bool Done { get; set; }
}
