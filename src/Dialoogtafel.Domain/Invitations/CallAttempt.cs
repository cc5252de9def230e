namespace Dialoogtafel.Domain.Invitations;

/// <summary>How a call ended.</summary>
public enum CallOutcome
{
    /// <summary>Ja; also the ja to a chair that came free.</summary>
    Yes,
    No,

    /// <summary>Gesproken, terugbellen: on a day.</summary>
    Later,

    /// <summary>Niet bereikt, or a voicemail: again on a day.</summary>
    NotReached,

    /// <summary>Gesproken, klaar: what the call was about is settled and is no answer to the invitation.</summary>
    Done,
}

/// <summary>
/// Belpoging: one call to an invited person, by whom, when, and how it ended. The answer itself lives on
/// the invitation; this says that somebody called and when the next call is due. Retention of the note: 3 months after
/// the series.
/// </summary>
public sealed class CallAttempt
{
    public int Id { get; private set; }
    public required int InvitationId { get; init; }

    /// <summary>The team member who called.</summary>
    public required int ById { get; init; }

    public required DateTime At { get; init; }
    public required CallOutcome Outcome { get; init; }

    /// <summary>The local day of the next call; only with later and not reached.</summary>
    public DateOnly? CallAgainOn { get; init; }

    /// <summary>Notitie, by who called; null when there is none or after its retention date.</summary>
    public SealedText? Note { get; private set; }

    /// <summary>What was asked for and is settled by this call, so that it can be put back.</summary>
    public CallReason? Settled { get; init; }

    /// <summary>A slip: as if nobody had called.</summary>
    public DateTime? UndoneAt { get; private set; }

    public bool Counts => UndoneAt is null;

    /// <summary>An answer is changed as an answer; all else can be undone.</summary>
    public bool CanBeUndone => Counts && Outcome is not (CallOutcome.Yes or CallOutcome.No);

    public CallAttempt With(SealedText? note)
    {
        Note = note;
        return this;
    }

    public void EmptyNote() => Note = null;

    public void Undo(DateTime now) => UndoneAt ??= now;
}
