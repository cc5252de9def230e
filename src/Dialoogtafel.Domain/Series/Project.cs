namespace Dialoogtafel.Domain.Series;

/// <summary>
/// Project (onderzoeksproject) with its explicit purpose, from which invitations and the programme take their
/// words.
/// </summary>
public sealed class Project : IVersioned
{
    public int Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>Doel: what the project wants to reach.</summary>
    public required string Purpose { get; set; }

    public string TargetGroup { get; set; } = "";
    public string Organisations { get; set; } = "";

    /// <summary>The wider network or programme that it belongs to .</summary>
    public string Network { get; set; } = "";

    /// <summary>Hoofdvragen, one a line .</summary>
    public string GuidingQuestions { get; set; } = "";

    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }

    /// <summary>Partner beslist mee: whether partners decide along in this project .</summary>
    public bool PartnersDecide { get; set; }

    /// <summary>
    /// Resultaten tot nu toe: for everybody on the public page, as Markdown; null = none told. Never names, days or
    /// places of a table (S69).
    /// </summary>
    public string? Results { get; set; }

    /// <summary>Since when the project has no page for everybody; null = it has one.</summary>
    public DateTime? PageClosedAt { get; private set; }

    /// <summary>Openbare pagina: everybody may read what the project is for, and ask for its news.</summary>
    public bool IsPublic => PageClosedAt is null;

    public DateTime CreatedAt { get; init; }
    public int Version { get; set; }

    public void ShowPage(bool shown, DateTime now) => PageClosedAt = shown ? null : PageClosedAt ?? now;
}
