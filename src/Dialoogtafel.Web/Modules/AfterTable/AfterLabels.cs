using Dialoogtafel.Domain.AfterTable;

namespace Dialoogtafel.Web.Modules.AfterTable;

/// <summary>The team's words for what comes after a table.</summary>
public static class AfterLabels
{
    public static string Of(FetchOutcome outcome) =>
        outcome switch
        {
            FetchOutcome.Yes => "ja",
            FetchOutcome.Partly => "een beetje",
            FetchOutcome.No => "nee",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    public static string Of(NoteKind kind) =>
        kind switch
        {
            NoteKind.Success => "succes",
            NoteKind.Chance => "kans",
            NoteKind.Problem => "knelpunt",
            NoteKind.Solution => "oplossing",
            NoteKind.Insight => "inzicht",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>As a heading above several.</summary>
    public static string Several(NoteKind kind) =>
        kind switch
        {
            NoteKind.Success => "Successen",
            NoteKind.Chance => "Kansen",
            NoteKind.Problem => "Knelpunten",
            NoteKind.Solution => "Oplossingen",
            NoteKind.Insight => "Inzichten",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string People(int count) => count == 1 ? "1 deelnemer" : $"{count} deelnemers";

    /// <summary>"8 deelnemers waren er. Gekregen wat ze kwamen halen: 5 ja, 2 een beetje, 1 nee."</summary>
    public static string InWords(FetchCount count) =>
        $"{People(count.Present)} {(count.Present == 1 ? "was" : "waren")} er."
        + (
            count.Told == 0
                ? " Nog niemand zei of zij kreeg wat zij kwam halen."
                : $" Kregen zij wat zij kwamen halen? {count.Yes} ja, {count.Partly} een beetje, {count.No} nee."
        );
}
