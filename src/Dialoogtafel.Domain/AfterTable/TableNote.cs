namespace Dialoogtafel.Domain.AfterTable;

/// <summary>
/// What sort of thing a note says. The order is that of the report: success before trouble.
/// </summary>
public enum NoteKind
{
    /// <summary>Succes.</summary>
    Success,

    /// <summary>Kans.</summary>
    Chance,

    /// <summary>Knelpunt.</summary>
    Problem,

    /// <summary>Oplossing.</summary>
    Solution,

    /// <summary>Inzicht.</summary>
    Insight,
}

/// <summary>
/// Notitie of one table: one thing that was said or stood on a note, without who said it. Retention: 12
/// months after the series.
/// </summary>
public sealed class TableNote : IVersioned
{
    public const int MostLetters = 500;
    public const int MostAtOnce = 200;

    public int Id { get; private set; }
    public required int GatheringId { get; init; }
    public required NoteKind Kind { get; set; }
    public required SealedText Words { get; set; }

    /// <summary>Prioriteit, from 1; null = none.</summary>
    public int? Priority { get; private set; }

    public required DateTime At { get; init; }

    /// <summary>The team member who typed it.</summary>
    public required int ById { get; init; }

    public int Version { get; set; }

    /// <summary>Makes it the last priority, or none any more; the others keep their order and close up.</summary>
    /// <param name="notes">All notes of the table.</param>
    public static void Prioritise(IEnumerable<TableNote> notes, TableNote note, bool on)
    {
        var order = Ordered(notes).Where(item => item != note).ToList();
        if (on)
        {
            order.Add(note);
        }

        note.Priority = null;
        Number(order);
    }

    /// <summary>One place up or down among the priorities; the first and the last stay where they are.</summary>
    public static void Move(IEnumerable<TableNote> notes, TableNote note, bool up)
    {
        var order = Ordered(notes).ToList();
        var (from, to) = (order.IndexOf(note), order.IndexOf(note) + (up ? -1 : 1));
        if (from >= 0 && to >= 0 && to < order.Count)
        {
            (order[from], order[to]) = (order[to], order[from]);
            Number(order);
        }
    }

    private static IEnumerable<TableNote> Ordered(IEnumerable<TableNote> notes) =>
        notes.Where(item => item.Priority is not null).OrderBy(item => item.Priority).ThenBy(item => item.Id);

    private static void Number(List<TableNote> order)
    {
        foreach (var (at, item) in order.Index())
        {
            item.Priority = at + 1;
        }
    }
}
