using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Series.Projects;

/// <summary>
/// The purpose of a project and what belongs to it, and whether partners decide along.
/// </summary>
public sealed class ProjectForm : IEditForm
{
    private const string TooLong = "Deze tekst is te lang.";

    [Required(ErrorMessage = "Geef het project een naam."), StringLength(150, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [
        Required(ErrorMessage = "Schrijf op wat u met het project wilt bereiken."),
        StringLength(1000, ErrorMessage = TooLong)
    ]
    public string? Purpose { get; set; }

    [StringLength(2000, ErrorMessage = TooLong)]
    public string? GuidingQuestions { get; set; }

    [StringLength(500, ErrorMessage = TooLong)]
    public string? TargetGroup { get; set; }

    [StringLength(500, ErrorMessage = TooLong)]
    public string? Organisations { get; set; }

    [StringLength(300, ErrorMessage = TooLong)]
    public string? Network { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    public bool PartnersDecide { get; set; }
    public bool IsPublic { get; set; }

    [StringLength(8000, ErrorMessage = TooLong)]
    public string? Results { get; set; }
    public string? Seen { get; set; }
}

public sealed record ProjectPage(int Id, ProjectForm Form);
