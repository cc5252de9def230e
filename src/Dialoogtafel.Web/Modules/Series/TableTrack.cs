using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Series;

/// <summary>
/// One of the two tracks of a table, in words (R-040). Recruiting and programme go on side by side; neither waits for
/// the other.
/// </summary>
/// <param name="Kind">The shape beside the word.</param>
public sealed record TableTrack(string Name, string Word, string Detail, StateKind Kind)
{
    /// <param name="approached">People who have been asked and not taken off the list.</param>
    /// <param name="seated">People with a chair.</param>
    public static TableTrack Recruiting(Gathering table, int approached, int seated)
    {
        var (word, kind) =
            approached == 0 && seated == 0 ? ("nog niet begonnen", StateKind.NoAnswer)
            : seated >= table.MinSeats ? ("genoeg mensen", StateKind.Yes)
            : ("bezig", StateKind.Maybe);
        return new TableTrack(
            "Werving",
            word,
            $"{approached} van {Range(table.ApproachFrom, table.ApproachTo)} benaderd, {seated} van "
                + $"{Range(table.MinSeats, table.MaxSeats)} aan tafel",
            kind
        );
    }

    public static TableTrack Programme(Gathering table)
    {
        var missing = Missing(table);
        return table switch
        {
            { FinalAt: not null } => new TableTrack("Programma", "definitief", "", StateKind.Yes),
            _ when missing.Count == 0 => new TableTrack("Programma", "klaar om definitief te maken", "", StateKind.Yes),
            _ => new TableTrack(
                "Programma",
                table.IntendedOutcome.Length + table.Topics.Length == 0 ? "nog niet begonnen" : "bezig",
                $"nog nodig: {string.Join(", ", missing)}",
                table.IntendedOutcome.Length + table.Topics.Length == 0 ? StateKind.NoAnswer : StateKind.Maybe
            ),
        };
    }

    /// <summary>What definitief still needs, in a few words each (R-016, R-041, R-046).</summary>
    public static IReadOnlyList<string> Missing(Gathering table) =>
        [
            .. new[]
            {
                (table.StartsAt is null, "datum en tijd"),
                (table.Purpose.Length == 0, "doel"),
                (table.IntendedOutcome.Length == 0, "wat het oplevert"),
                (table.Topics.Length == 0, "onderwerpen"),
                (table.ProcessFacilitatorId is null, "procesbegeleider"),
                (table.ContentFacilitatorId is null, "inhoudelijk begeleider"),
            }
                .Where(item => item.Item1)
                .Select(item => item.Item2),
        ];

    /// <summary>"Tafel 1: knelpunten en kansen" (R-061).</summary>
    public static string TitleOf(int number, GatheringFocus focus) =>
        focus switch
        {
            GatheringFocus.ProblemsAndChances => $"Tafel {number}: knelpunten en kansen",
            GatheringFocus.SolutionsAndActions => $"Tafel {number}: oplossingen en acties",
            GatheringFocus.Open => $"Tafel {number}",
            _ => throw new ArgumentOutOfRangeException(nameof(focus), focus, null),
        };

    private static string Range(int from, int to) => from == to ? $"{to}" : $"{from}-{to}";
}
