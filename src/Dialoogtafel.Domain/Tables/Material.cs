namespace Dialoogtafel.Domain.Tables;

/// <summary>Something that must be in the room, to tick off .</summary>
public sealed class Material
{
    public const int MostPerTable = 40;

    public int Id { get; private set; }
    public required int GatheringId { get; init; }

    /// <summary>Order, from 1.</summary>
    public required int Place { get; set; }

    public required string Name { get; init; }

    /// <summary>UTC; null = still to be done.</summary>
    public DateTime? DoneAt { get; private set; }

    public int? DoneById { get; private set; }

    public void Tick(int by, DateTime now) => (DoneAt, DoneById) = (now, by);

    public void Untick() => (DoneAt, DoneById) = (null, null);

    /// <summary>
    /// L-01, with how many of it where the number of people says so (our reckoning: a pen each, ten notes each, a form
    /// for every three).
    /// </summary>
    public static IReadOnlyList<Material> Preset(int gathering, int people)
    {
        var groups = (people + 2) / 3;
        string[] names =
        [
            "Grote vellen bruin papier, opgehangen",
            "Flip-over",
            $"Geeltjes, minstens {people * 10}, liefst in twee kleuren",
            $"Pennen, {people} of meer",
            "Stiften",
            $"Formulieren voor de groepjes (A4 of A3), {groups + 1}",
            "Kaarten met beelden voor de kennismaking",
            "Naamkaartjes",
            "Koffie",
            "Thee",
            "Water",
            "Wat lekkers",
            "Andere dingen die nodig zijn",
        ];
        return
        [
            .. names.Select(
                (name, at) =>
                    new Material
                    {
                        GatheringId = gathering,
                        Place = at + 1,
                        Name = name,
                    }
            ),
        ];
    }
}
