using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;

namespace Dialoogtafel.Web.Modules.Invitations.Board;

/// <summary>
/// Wervingsbord: the two meters, the perspectives with their wanted number, and everybody who was or will be asked.
/// </summary>
public sealed record BoardPage
{
    public required int Id { get; init; }
    public required string Table { get; init; }
    public required int Number { get; init; }
    public required DateTime? Start { get; init; }
    public required int Approached { get; init; }
    public required int ApproachFrom { get; init; }
    public required int ApproachTo { get; init; }
    public required int Seated { get; init; }
    public required int MinSeats { get; init; }
    public required int MaxSeats { get; init; }
    public required bool Held { get; init; }
    public required DateTime? ReleasesAt { get; init; }
    public required bool CanRecruit { get; init; }
    public required bool Cancelled { get; init; }

    /// <summary>When the first mail leaves that can be taken back, after "gaat"; empty when there is none.</summary>
    public required string Leaves { get; init; }

    /// <summary>Every mail that can be taken back is an invitation; else some tell of a move.</summary>
    public required bool OnlyInvitations { get; init; }

    public required IReadOnlyList<PerspectiveRow> Rows { get; init; }

    /// <summary>What an invitation of this table names and nobody filled in yet, while concepts wait.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>Chairs that were given back and are neither filled nor dealt with.</summary>
    public IReadOnlyList<BoardLine> GivenBack { get; init; } = [];

    /// <summary>Who named somebody in the own place, and that person is not invited yet.</summary>
    public IReadOnlyList<BoardLine> Named { get; init; } = [];

    /// <summary>Whom to call about a chair that is free now, in order.</summary>
    public required IReadOnlyList<BoardPerson> ToCall { get; init; }

    /// <summary>How many people of the table before this one are not on the list yet.</summary>
    public int FromEarlier { get; init; }

    public int Concepts =>
        Rows.Sum(row => row.People.Count(person => person is { State: InvitationState.Concept, HasAddress: true }));
    public int Recallable => Rows.Sum(row => row.People.Count(person => person.CanRecall));

    public string RecallableInWords =>
        (Recallable, OnlyInvitations) switch
        {
            (1, true) => $"Eén uitnodiging gaat {Leaves} weg.",
            (1, false) => $"Eén mail gaat {Leaves} weg.",
            (var many, true) => $"{many} uitnodigingen gaan {Leaves} weg.",
            (var many, false) => $"{many} mails gaan {Leaves} weg.",
        };

    /// <summary>Whose mail failed, or may have gone twice.</summary>
    public IReadOnlyList<BoardPerson> MailTrouble =>
        [.. Rows.SelectMany(row => row.People).Where(person => person.Mail is MailState.Failed or MailState.Uncertain)];

    /// <summary>Who waits for a call, for a reason of her own.</summary>
    public IReadOnlyList<BoardPerson> AskedForCall =>
        [.. Rows.SelectMany(row => row.People).Where(person => person.CallReason is not null)];

    /// <summary>What recruiting asks for when nothing else is waiting.</summary>
    public string Advice =>
        (Rows.Where(row => row.Missing > 0).Select(row => row.Name).ToList(), ApproachFrom - Approached) switch
        {
            (_, > 0 and var more) => $"Benader nog minstens {more} mensen. Dan is de kans groot dat de tafel vol komt.",
            ({ Count: > 0 } missing, _) =>
                $"U heeft veel mensen benaderd. Nog niet genoeg ja van: {string.Join(", ", missing)}.",
            _ => "U heeft genoeg mensen benaderd. Iemand erbij kan altijd.",
        };

    public bool Empty => Rows.All(row => row.People.Count == 0);
}

/// <summary>A sentence about one person, with what to do.</summary>
public sealed record BoardLine(int InvitationId, string Sentence, string Button, string Href);

/// <summary>One perspective: wanted against what there is.</summary>
public sealed record PerspectiveRow(int PerspectiveId, string Name, int Wanted, IReadOnlyList<BoardPerson> People)
{
    public int Approached =>
        People.Count(person => person.State is not (InvitationState.Concept or InvitationState.Withdrawn));
    public int Yes => Count(InvitationState.Yes);
    public int Waiting => Count(InvitationState.Waiting);
    public int Maybe => Count(InvitationState.Maybe);
    public int No => People.Count(person => person.State is InvitationState.No or InvitationState.Substitute);
    public int Informant => Count(InvitationState.Informant);
    public int Silent => Count(InvitationState.Approached);
    public int Missing => Math.Max(0, Wanted - Yes);
    public int GaveBack => People.Count(person => person.GaveBackAt is not null);

    private int Count(InvitationState state) => People.Count(person => person.State == state);
}

public sealed record BoardPerson
{
    public required int InvitationId { get; init; }
    public required string Name { get; init; }
    public required string? Phone { get; init; }
    public required bool HasAddress { get; init; }
    public required InvitationState State { get; init; }
    public required DateTime? Since { get; init; }
    public required string? CallReason { get; init; }

    /// <summary>State of the newest mail to this person about this table; null when there is none.</summary>
    public required MailState? Mail { get; init; }
    public required bool CanRecall { get; init; }

    /// <summary>When a chair was given back that is neither filled nor dealt with, local; else null.</summary>
    public DateTime? GaveBackAt { get; init; }

    /// <summary>Who was named in the own place and is not invited yet; null when nobody is.</summary>
    public string? Names { get; init; }
}
