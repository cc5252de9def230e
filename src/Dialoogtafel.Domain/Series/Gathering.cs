using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Series;

/// <summary>What a table is about .</summary>
public enum GatheringFocus
{
    /// <summary>Knelpunten en kansen: the first table.</summary>
    ProblemsAndChances,

    /// <summary>Oplossingen en acties: the second table.</summary>
    SolutionsAndActions,

    /// <summary>Vrij: a further table of the series.</summary>
    Open,
}

/// <summary>How many people sit at a table, and how many one approaches to fill it.</summary>
public sealed record TableNumbers(int MinSeats, int MaxSeats, int ApproachFrom, int ApproachTo);

/// <summary>
/// Bijeenkomst: one table of a series. Its numbers start from the kind and are its own afterwards. Recruiting and
/// programme go on side by side; nothing here blocks saving or inviting, only "definitief" asks for completeness
///
/// </summary>
public sealed partial class Gathering : IVersioned
{
    public int Id { get; private set; }
    public int SeriesId { get; init; }
    public GatheringSeries? Series { get; init; }
    public required int KindId { get; init; }
    public GatheringKind? Kind { get; init; }

    /// <summary>1 for the first table of the series.</summary>
    public required int Number { get; init; }

    public required GatheringFocus Focus { get; set; }

    /// <summary>UTC; null while the date is not known.</summary>
    public DateTime? StartsAt { get; set; }

    public required int Minutes { get; set; }
    public required int MinSeats { get; set; }
    public required int MaxSeats { get; set; }
    public required int ApproachFrom { get; set; }
    public required int ApproachTo { get; set; }

    /// <summary>Days before the start on which held chairs become free for all; 0 = held until the start.</summary>
    public required int ReleaseDays { get; set; }

    public string Purpose { get; set; } = "";
    public string IntendedOutcome { get; set; } = "";
    public string Topics { get; set; } = "";

    public int? LocationId { get; set; }
    public Location? Location { get; set; }

    /// <summary>Procesbegeleider: leads the talk and explains the work forms .</summary>
    public int? ProcessFacilitatorId { get; set; }
    public Person? ProcessFacilitator { get; set; }

    /// <summary>Inhoudelijk begeleider: keeps the talk near the research question.</summary>
    public int? ContentFacilitatorId { get; set; }
    public Person? ContentFacilitator { get; set; }

    /// <summary>Reserve-begeleider: can take over with the programme in hand .</summary>
    public int? ReserveFacilitatorId { get; set; }
    public Person? ReserveFacilitator { get; set; }

    /// <summary>
    /// The people who lead it and are named to the participants, as far as they are read along: process first, the
    /// reserve not among them.
    /// </summary>
    public IReadOnlyList<Person> Facilitators() =>
        [.. new[] { ProcessFacilitator, ContentFacilitator }.OfType<Person>().DistinctBy(item => item.Id)];

    /// <summary>
    /// Whether this person is one of the two facilitators, and so reads what participants prepare.
    /// </summary>
    public bool IsLedBy(int person) => ProcessFacilitatorId == person || ContentFacilitatorId == person;

    /// <summary>Whom participants may call; Reply-To of the mails.</summary>
    public int? ContactPersonId { get; set; }
    public Person? ContactPerson { get; set; }

    public List<WantedSeats> Wanted { get; init; } = [];

    /// <summary>
    /// Since when the preparation questions stand ready for the people of this table; null = they see none.
    /// </summary>
    public DateTime? QuestionsReadyAt { get; private set; }

    public DateTime? FinalAt { get; private set; }

    /// <summary>
    /// Why it was made final without lived experience at the table; null when there was some.
    /// </summary>
    public string? FinalReason { get; private set; }

    public DateTime? CancelledAt { get; set; }

    /// <summary>Why it does not take place, as the participants read it; null when nothing was said.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>SEQUENCE of the calendar entry: up by one when time or place changes (RFC 5546).</summary>
    public int CalendarSequence { get; set; }

    public int Version { get; set; }

    public DateTime? EndsAt => StartsAt?.AddMinutes(Minutes);

    /// <summary>From this moment no chair is held for a perspective any more; null while there is no date.</summary>
    public DateTime? ReleasesAt => StartsAt?.AddDays(-ReleaseDays);

    /// <summary>Whether wanted chairs are still held for their perspective; needs <see cref="Kind"/>.</summary>
    public bool HoldsChairs(DateTime now) => Kind!.HoldsChairs && (ReleasesAt is not { } release || now < release);

    public bool HasStarted(DateTime now) => StartsAt <= now;

    /// <summary>Makes a gathering with the numbers of its kind.</summary>
    public static Gathering Of(GatheringKind kind, int number) =>
        new()
        {
            KindId = kind.Id,
            Number = number,
            Minutes = kind.Minutes,
            MinSeats = kind.MinSeats,
            MaxSeats = kind.MaxSeats,
            ApproachFrom = kind.ApproachFrom,
            ApproachTo = kind.ApproachTo,
            ReleaseDays = kind.ReleaseDays,
            Focus = number switch
            {
                1 => GatheringFocus.ProblemsAndChances,
                2 => GatheringFocus.SolutionsAndActions,
                _ => GatheringFocus.Open,
            },
        };

    /// <summary>
    /// Sets the moment and the length. When what people have in their calendars changes, with the place, the calendar
    /// entry gets a higher sequence.
    /// </summary>
    /// <param name="startsAt">UTC; null while the date is not known.</param>
    /// <param name="elsewhere">The place changes too.</param>
    /// <returns>Whether anything of it changed.</returns>
    public bool Reschedule(DateTime? startsAt, int minutes, bool elsewhere)
    {
        var moved = elsewhere || StartsAt != startsAt || Minutes != minutes;
        (StartsAt, Minutes) = (startsAt, minutes);
        CalendarSequence += moved ? 1 : 0;
        return moved;
    }

    /// <summary>Sets how many people sit at it and are approached. Chairs that are wanted or taken stay.</summary>
    /// <param name="seated">People with a chair now; more than the chairs only when some were added by hand.</param>
    /// <exception cref="DomainRuleException">The numbers do not fit each other or what was promised.</exception>
    public void Resize(TableNumbers numbers, int seated)
    {
        const string Reversed = "Het kleinste aantal is groter dan het grootste.";
        Require(numbers.MinSeats <= numbers.MaxSeats, Reversed, nameof(MinSeats));
        Require(numbers.ApproachFrom <= numbers.ApproachTo, Reversed, nameof(ApproachFrom));
        var wanted = Wanted.Sum(item => item.Wanted);
        Require(
            wanted <= numbers.MaxSeats,
            $"U vraagt voor deze tafel {wanted} mensen van bepaalde partijen. "
                + "Maak die aantallen eerst kleiner, bij Partijen en aantallen.",
            nameof(MaxSeats)
        );
        Require(
            numbers.MaxSeats >= Math.Min(seated, MaxSeats),
            $"Er zitten al {seated} mensen aan tafel. Minder stoelen kan niet.",
            nameof(MaxSeats)
        );
        (MinSeats, MaxSeats) = (numbers.MinSeats, numbers.MaxSeats);
        (ApproachFrom, ApproachTo) = (numbers.ApproachFrom, numbers.ApproachTo);
    }

    /// <summary>
    /// Puts the preparation questions ready. Whoever reads the answers is named to the people, so at least one
    /// facilitator must be known first.
    /// </summary>
    /// <exception cref="DomainRuleException">Names what is missing.</exception>
    public void PutQuestionsReady(DateTime now)
    {
        Require(CancelledAt is null, "Deze tafel gaat niet door.", "");
        Require(StartsAt is not null, "Vul eerst de datum en de tijd in.", nameof(StartsAt));
        Require(
            ProcessFacilitatorId is not null || ContentFacilitatorId is not null,
            "Kies eerst een begeleider. De deelnemers lezen wie hun antwoorden ziet.",
            nameof(ProcessFacilitatorId)
        );
        QuestionsReadyAt ??= now;
    }

    /// <summary>Takes the questions away again; what was answered stays.</summary>
    public void TakeQuestionsAway() => QuestionsReadyAt = null;

    /// <summary>
    /// Vervallen: it does not take place, for good. The calendar entry gets a higher sequence, with which it is taken
    /// away (RFC 5546).
    /// </summary>
    /// <exception cref="DomainRuleException">It was cancelled before, or has begun.</exception>
    public void Cancel(string? reason, DateTime now)
    {
        Require(CancelledAt is null, "Deze tafel was al afgezegd.", "");
        Require(!HasStarted(now), "Deze tafel is al geweest of begonnen. Afzeggen kan niet meer.", "");
        CancelledAt = now;
        CancelReason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        CalendarSequence++;
    }

    /// <summary>
    /// Definitief: complete enough to go ahead. Needs purpose, intended outcome, topics, date and (by kind) both
    /// facilitators; without lived experience at the table also a reason.
    /// </summary>
    /// <exception cref="DomainRuleException">Names what is missing.</exception>
    public void MakeFinal(GatheringKind kind, bool livedExperienceSeated, string? reason, DateTime now)
    {
        Require(CancelledAt is null, "Deze tafel gaat niet door.", "");
        Require(StartsAt is not null, "Vul eerst de datum en de tijd in.", nameof(StartsAt));
        Require(Purpose.Length > 0, "Vul eerst het doel van de tafel in.", nameof(Purpose));
        Require(IntendedOutcome.Length > 0, "Vul eerst in wat de tafel moet opleveren.", nameof(IntendedOutcome));
        Require(Topics.Length > 0, "Vul eerst de onderwerpen in.", nameof(Topics));
        Require(
            !kind.NeedsTwoFacilitators || (ProcessFacilitatorId is not null && ContentFacilitatorId is not null),
            "Kies eerst beide begeleiders.",
            nameof(ProcessFacilitatorId)
        );
        Require(
            livedExperienceSeated || !kind.NeedsLivedExperience || !string.IsNullOrWhiteSpace(reason),
            "Er zit nog geen ervaringsdeskundige aan tafel. Schrijf op waarom de tafel toch doorgaat.",
            nameof(FinalReason)
        );
        FinalAt = now;
        FinalReason = livedExperienceSeated ? null : reason?.Trim();
    }

    private static void Require(bool met, string message, string field)
    {
        if (!met)
        {
            throw new DomainRuleException(message, field.Length == 0 ? null : field);
        }
    }
}
