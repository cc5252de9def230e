using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Series;

/// <summary>Gewenst aantal: how many chairs of one table are wanted for one perspective .</summary>
public sealed class WantedSeats
{
    public int Id { get; private set; }
    public int GatheringId { get; init; }
    public required int PerspectiveId { get; init; }
    public Perspective? Perspective { get; init; }
    public required int Wanted { get; set; }

    /// <summary>
    /// The wanted numbers of a table may not add up to more than its chairs, or a ja could not be kept.
    /// </summary>
    /// <exception cref="DomainRuleException">They do.</exception>
    public static void CheckTotal(IEnumerable<int> wanted, int chairs)
    {
        var total = wanted.Sum();
        if (total > chairs)
        {
            throw new DomainRuleException(
                $"U vraagt samen {total} mensen, maar er zijn {chairs} stoelen. Maak een aantal kleiner.",
                "Parties"
            );
        }
    }
}
