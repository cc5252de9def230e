using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.AfterTable.Notes;

/// <summary>The notes of one table.</summary>
/// <param name="Notes">Priorities included; in the order in which they were typed.</param>
public sealed record NotesPage(int Id, string Title, string Subject, IReadOnlyList<NoteView> Notes, NotesForm Form)
{
    /// <summary>In their order.</summary>
    public IReadOnlyList<NoteView> First =>
        [.. Notes.Where(item => item.Priority is not null).OrderBy(item => item.Priority)];

    public IEnumerable<IGrouping<NoteKind, NoteView>> ByKind =>
        Notes.GroupBy(item => item.Kind).OrderBy(group => group.Key);

    /// <summary>More trouble than chances and successes: the method asks for both .</summary>
    public bool MoreTrouble =>
        Notes.Count(item => item.Kind == NoteKind.Problem) is > 2 and var trouble
        && trouble > 2 * Notes.Count(item => item.Kind is NoteKind.Chance or NoteKind.Success);
}

public sealed record NoteView(int Id, NoteKind Kind, string Words, int? Priority);

/// <summary>Several notes at once, one a line.</summary>
public sealed class NotesForm
{
    [
        Required(ErrorMessage = "Typ eerst een notitie. Zet elke notitie op een eigen regel."),
        StringLength(20000, ErrorMessage = "Dit is te veel in één keer. Doe het in delen.")
    ]
    public string? Lines { get; set; }

    /// <summary>Of the lines that name no kind themselves.</summary>
    public NoteKind? Kind { get; set; }
}

public sealed record NotePage(int TableId, int Id, string Title, string Subject, NoteEditForm Form);

public sealed class NoteEditForm : IEditForm
{
    [Required(ErrorMessage = "Kies wat voor notitie dit is.")]
    public NoteKind? Kind { get; set; }

    [
        Required(ErrorMessage = "De notitie is leeg. Wilt u hem weg hebben? Ga terug en kies Weghalen."),
        StringLength(TableNote.MostLetters, ErrorMessage = "Maak de notitie korter.")
    ]
    public string? Words { get; set; }

    public string? Seen { get; set; }
}
