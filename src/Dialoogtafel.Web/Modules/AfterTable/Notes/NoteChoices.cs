using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.AfterTable.Notes;

/// <summary>The five kinds as cards, in the order in which a table comes to them.</summary>
public static class NoteChoices
{
    public static IReadOnlyList<Choice> All { get; } =
    [
        new(NoteKind.Problem, "Knelpunt"),
        new(NoteKind.Chance, "Kans"),
        new(NoteKind.Success, "Succes"),
        new(NoteKind.Solution, "Oplossing"),
        new(NoteKind.Insight, "Inzicht"),
    ];
}
