namespace Dialoogtafel.Domain.Series;

/// <summary>A person who said ja, with or without a chair.</summary>
/// <param name="AnsweredAt">When the running ja was given; the order among equals.</param>
public sealed record SeatClaim(int InvitationId, int PerspectiveId, DateTime AnsweredAt, bool Seated);

/// <summary>
/// De stoelregel: who gets a chair, for every cause of change, in one place.
/// <list type="bullet">
/// <item>Chairs = the table's maximum. Facilitators and companions take none.</item>
/// <item>A perspective's wanted number holds that many chairs until the release date; the rest is free for all.</item>
/// <item>A ja is decided at once: a held chair of its perspective, else a free one, else waiting.</item>
/// <item>A chair that came free is for those who wait already: it seats nobody by itself and is not given past them; it
/// makes the first of them somebody to call.</item>
/// <item>Waiting people are ordered by missing perspective, then by the time of their ja.</item>
/// </list>
/// The plan is a snapshot: whoever decides with it holds the table's lock from reading the claims until saving the
/// decision.
/// </summary>
public sealed class SeatPlan
{
    private readonly int chairs;
    private readonly IReadOnlyDictionary<int, int> held;
    private readonly IReadOnlyList<SeatClaim> claims;
    private readonly Dictionary<int, int> seated;

    /// <param name="chairs">The table's maximum.</param>
    /// <param name="wanted">Wanted number by perspective.</param>
    /// <param name="released">True from the release date on: nothing is held any more.</param>
    /// <param name="claims">All people with a running ja.</param>
    public SeatPlan(int chairs, IReadOnlyDictionary<int, int> wanted, bool released, IEnumerable<SeatClaim> claims)
    {
        this.chairs = chairs;
        Wanted = wanted;
        held = released ? new Dictionary<int, int>() : wanted;
        this.claims = [.. claims];
        seated = this
            .claims.Where(claim => claim.Seated)
            .GroupBy(claim => claim.PerspectiveId)
            .ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>The plan of a table (with its kind and wanted numbers) at this moment.</summary>
    public static SeatPlan Of(Gathering gathering, DateTime now, IEnumerable<SeatClaim> claims) =>
        new(
            gathering.MaxSeats,
            gathering.Wanted.ToDictionary(item => item.PerspectiveId, item => item.Wanted),
            !gathering.HoldsChairs(now),
            claims
        );

    public IReadOnlyDictionary<int, int> Wanted { get; }

    /// <summary>People with a chair; more than the maximum only when the organiser added somebody by hand.</summary>
    public int Seated => seated.Values.Sum();

    /// <summary>Chairs without a person, held or not; never below zero.</summary>
    public int Empty => Math.Max(0, chairs - Seated);

    /// <summary>Chairs that are neither taken nor held; never below zero.</summary>
    public int FreeForAll => Math.Max(0, chairs - Seated - held.Keys.Sum(HeldFor));

    /// <summary>Chairs still held for this perspective.</summary>
    public int HeldFor(int perspective) => Math.Max(0, held.GetValueOrDefault(perspective) - SeatedFrom(perspective));

    public int SeatedFrom(int perspective) => seated.GetValueOrDefault(perspective);

    /// <summary>Those who wait, first the perspectives that the table misses, then by the time of their ja.</summary>
    public IReadOnlyList<SeatClaim> Waiting =>
        [
            .. claims
                .Where(claim => !claim.Seated)
                .OrderBy(claim => IsMissing(claim.PerspectiveId) ? 0 : 1)
                .ThenBy(claim => claim.AnsweredAt)
                .ThenBy(claim => claim.InvitationId),
        ];

    /// <summary>Those who wait and for whom there is a chair now: to be called, in this order.</summary>
    public IReadOnlyList<SeatClaim> ToCall => Fit(Waiting).Taken;

    /// <summary>
    /// Whether a new ja from this perspective gets a chair at once. People who wait already go before.
    /// </summary>
    public bool HasChairFor(int perspective)
    {
        var (_, heldLeft, freeLeft) = Fit(Waiting);
        return (heldLeft.GetValueOrDefault(perspective) > 0 && Empty > 0) || freeLeft > 0;
    }

    private bool IsMissing(int perspective) => SeatedFrom(perspective) < Wanted.GetValueOrDefault(perspective);

    /// <summary>Lays the chairs out for the people who wait, in order, and says what is left.</summary>
    private (List<SeatClaim> Taken, Dictionary<int, int> HeldLeft, int FreeLeft) Fit(IEnumerable<SeatClaim> waiting)
    {
        var heldLeft = held.Keys.ToDictionary(perspective => perspective, HeldFor);
        var freeLeft = FreeForAll;
        var taken = new List<SeatClaim>();
        foreach (var claim in waiting.Where(_ => Empty > 0))
        {
            if (heldLeft.GetValueOrDefault(claim.PerspectiveId) > 0)
            {
                heldLeft[claim.PerspectiveId]--;
                taken.Add(claim);
            }
            else if (freeLeft > 0)
            {
                freeLeft--;
                taken.Add(claim);
            }
        }

        return (taken, heldLeft, freeLeft);
    }
}
