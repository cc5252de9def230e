namespace Dialoogtafel.Domain.Preparation;

/// <summary>How a person ended the preparation.</summary>
public enum PreparedBy
{
    Answering,

    /// <summary>"Ik heb erover nagedacht": counts as prepared, nothing needs to be written (R-044b).</summary>
    Thinking,
}

/// <summary>Voorbereiding of one invitation, from the first time that something of it was kept.</summary>
public sealed class PreparationProgress
{
    public int Id { get; private set; }
    public required int InvitationId { get; init; }

    /// <summary>Her choice for all answers that have none of their own; null = that of each set.</summary>
    public AnswerReaders? Readers { get; set; }

    /// <summary>Where she was: the question that she saw last; null before the first.</summary>
    public int? LastQuestionId { get; set; }

    public DateTime? DoneAt { get; private set; }
    public PreparedBy? DoneBy { get; private set; }

    public void Finish(PreparedBy by, DateTime now) => (DoneAt, DoneBy) = (now, by);

    /// <summary>She goes on after all.</summary>
    public void Reopen() => (DoneAt, DoneBy) = (null, null);
}

/// <summary>On which day a facilitator wants to hear how many have answered (M-08).</summary>
public sealed class OverviewWish
{
    /// <summary>Days before the table as long as somebody wished nothing else.</summary>
    public const int DefaultDays = 3;

    public int Id { get; private set; }
    public required int GatheringId { get; init; }
    public required int ReaderId { get; init; }

    /// <summary>Days before the table; null = no mail.</summary>
    public int? DaysBefore { get; set; }
}
