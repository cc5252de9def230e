using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Invitations;

/// <summary>
/// Uitnodiging: one person asked for one table, from one perspective. The answer (RSVP) and the chair live here;
/// attendance and roles do not. Each verb writes one line of history.
/// </summary>
public sealed partial class Invitation : IVersioned
{
    public int Id { get; private set; }
    public required int GatheringId { get; init; }
    public Gathering? Gathering { get; init; }
    public required int PersonId { get; init; }
    public Person? Person { get; init; }

    /// <summary>The one perspective that counts for this table.</summary>
    public required int PerspectiveId { get; set; }
    public Perspective? Perspective { get; init; }

    /// <summary>Benaderaar: the team member who approaches this person .</summary>
    public int? ApproacherId { get; set; }

    /// <summary>Via wie: who gave the address; the person reads it in the invitation.</summary>
    public required string ViaWhom { get; set; }

    /// <summary>The organiser's own sentence above the mail.</summary>
    public SealedText? OwnSentence { get; set; }

    public DateTime CreatedAt { get; init; }
    public DateTime? ApproachedAt { get; private set; }

    /// <summary>How often the person was asked; each time is a mail of its own.</summary>
    public int Approaches { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public RsvpAnswer? Answer { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>
    /// Counts changes of the answer (and leaving the list), so that each one is confirmed by one mail.
    /// </summary>
    public int AnswerNumber { get; private set; }

    public DateTime? SeatedAt { get; private set; }

    /// <summary>Why a chair was added above the maximum; null for every other chair.</summary>
    public string? SeatReason { get; private set; }

    /// <summary>Ja without a chair: we promised to call before this moment.</summary>
    public DateTime? CallBefore { get; private set; }

    /// <summary>
    /// Weet ik nog niet: silent until this moment, which the person named or which follows from <see
    /// cref="ReminderRule.AskAgainAfter"/>; null when she is called instead.
    /// </summary>
    public DateTime? SilentUntil { get; private set; }

    /// <summary>
    /// When a chair was given back shortly before the start (<see cref="ReminderRule.LateCancellation"/>); null again
    /// after another answer.
    /// </summary>
    public DateTime? LateCancelledAt { get; private set; }

    /// <summary>
    /// Afzegging: when a chair was given back, at any time before the start; null again after a ja, and when the team
    /// says that it is dealt with.
    /// </summary>
    public DateTime? ChairGivenBackAt { get; private set; }

    /// <summary>
    /// What the person typed with the answer: when to call, or who comes instead. Retention: 3 months after the series.
    /// </summary>
    public SealedText? Note { get; private set; }

    /// <summary>
    /// Hash of the device key under which <see cref="Note"/> was typed; elsewhere it is not shown (S06).
    /// </summary>
    public string? NoteDevice { get; private set; }

    /// <summary>
    /// UID of the entry in the person's calendar, the same for life; null until the first file was made (RFC 5545
    /// 3.8.4.7).
    /// </summary>
    public string? CalendarUid { get; private set; }

    public List<InvitationEvent> History { get; init; } = [];
    public int Version { get; set; }

    public InvitationState State =>
        this switch
        {
            { WithdrawnAt: not null } => InvitationState.Withdrawn,
            { Answer: RsvpAnswer.Yes, SeatedAt: not null } => InvitationState.Yes,
            { Answer: RsvpAnswer.Yes } => InvitationState.Waiting,
            { Answer: RsvpAnswer.Maybe } => InvitationState.Maybe,
            { Answer: RsvpAnswer.No } => InvitationState.No,
            { Answer: RsvpAnswer.Contribute } => InvitationState.Informant,
            { Answer: RsvpAnswer.Substitute } => InvitationState.Substitute,
            { ApproachedAt: not null } => InvitationState.Approached,
            _ => InvitationState.Concept,
        };

    /// <summary>The person has been asked: by mail, phone, letter or in person.</summary>
    public void Approach(Hand by, DateTime now)
    {
        ApproachedAt ??= now;
        Approaches++;
        Record(by, now);
    }

    /// <summary>
    /// The mail was taken back within the recall window: as if it had not been asked. Does nothing once there is an
    /// answer.
    /// </summary>
    public void Recall(Hand by, DateTime now)
    {
        if (Answer is null)
        {
            ApproachedAt = null;
            Record(by, now);
        }
    }

    /// <summary>Off the list of this table; the chair comes free.</summary>
    public void Withdraw(Gathering gathering, Hand by, DateTime now)
    {
        LateCancelledAt = LeavesLate(gathering, now) ? now : LateCancelledAt;
        ChairGivenBackAt = SeatedAt is not null ? now : ChairGivenBackAt;
        // A step of its own in the row of answers, so that the calendar entry is taken away with a higher sequence.
        AnswerNumber += WithdrawnAt is null ? 1 : 0;
        WithdrawnAt ??= now;
        SeatedAt = null;
        Record(by, now);
    }

    /// <summary>
    /// Takes an answer; the former one may be changed until the start. The same answer again changes nothing. A ja is
    /// decided at once by
    /// <paramref name="seats"/>; another answer gives a chair back. No reason is asked. What the page asks on may stay
    /// unanswered: also without it somebody has the next step (a call, or a day on which she is asked again).
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="DomainRuleException">The table has begun, does not take place, or the person is not on its list
    /// any more.</exception>
    public bool Respond(RsvpAnswer answer, Gathering gathering, SeatPlan seats, Hand by, DateTime now)
    {
        CheckOpen(gathering, now);
        if (Answer == answer)
        {
            return false;
        }

        LateCancelledAt = LeavesLate(gathering, now) && answer != RsvpAnswer.Yes ? now : null;
        ChairGivenBackAt =
            answer == RsvpAnswer.Yes ? null
            : SeatedAt is not null ? now
            : ChairGivenBackAt;
        Answer = answer;
        AnsweredAt = now;
        AnswerNumber++;
        ApproachedAt ??= now;
        SeatedAt = answer == RsvpAnswer.Yes && seats.HasChairFor(PerspectiveId) ? now : null;
        SeatReason = null;
        CallBefore = answer == RsvpAnswer.Yes && SeatedAt is null ? PromiseToCall(gathering, now) : null;
        SilentUntil = answer == RsvpAnswer.Maybe ? now + ReminderRule.AskAgainAfter : null;
        CallReason = CallAfter(answer, by);
        CallSince = CallReason is null ? null : now;
        (Note, NoteDevice) = (null, null);
        Record(by, now);
        return true;
    }

    /// <summary>Gives a chair to a person who said ja and waits. Above the maximum a reason is needed.</summary>
    /// <exception cref="DomainRuleException">The person did not say ja, or the table is over its maximum and there is
    /// no reason.</exception>
    public void GiveChair(SeatPlan seats, string? reason, Hand by, DateTime now)
    {
        if (State != InvitationState.Waiting)
        {
            throw new DomainRuleException("Deze persoon wacht niet op een stoel.");
        }

        if (seats.Empty == 0 && string.IsNullOrWhiteSpace(reason))
        {
            throw new DomainRuleException(
                "Alle stoelen zijn bezet. Schrijf op waarom deze persoon er toch bij komt.",
                nameof(SeatReason)
            );
        }

        SeatedAt = now;
        SeatReason = seats.Empty == 0 ? reason!.Trim() : null;
        CallBefore = null;
        AnswerNumber++;
        Record(by, now);
    }

    /// <summary>Empties what was typed about or by this person; the facts of the table stay.</summary>
    public void ForgetWords() => (Note, NoteDevice, OwnSentence, SubstituteDeclined) = (null, null, null, null);

    /// <summary>The person is erased: no word of or about her stays.</summary>
    public void Forget()
    {
        ForgetWords();
        (ViaWhom, SeatReason) = ("", SeatReason is null ? null : "gewist");
        Called();
    }

    /// <summary>
    /// SEQUENCE of this person's calendar entry: up with each move or cancellation of the table, and with each change
    /// of what she answered, so that a ja after a nee is newer than the cancellation between them. Nothing else raises
    /// it.
    /// </summary>
    public int CalendarSequence(Gathering gathering) => gathering.CalendarSequence + Math.Max(0, AnswerNumber - 1);

    /// <summary>The UID once given stays, whatever is set later.</summary>
    public string NameEntry(string uid) => CalendarUid ??= uid;

    private bool LeavesLate(Gathering gathering, DateTime now) =>
        SeatedAt is not null && gathering.StartsAt - now <= ReminderRule.LateCancellation && !gathering.HasStarted(now);

    private void CheckOpen(Gathering gathering, DateTime now)
    {
        if (gathering.CancelledAt is not null)
        {
            throw new DomainRuleException("Deze tafel gaat niet door. U hoeft niets te doen.");
        }

        if (gathering.HasStarted(now))
        {
            throw new DomainRuleException("Deze tafel is al geweest of begonnen. Bel ons als u nog iets wilt zeggen.");
        }

        if (WithdrawnAt is not null)
        {
            throw new DomainRuleException("U staat niet meer op de lijst van deze tafel. Bel ons als dat niet klopt.");
        }
    }

    private void Record(Hand by, DateTime now) =>
        History.Add(
            new InvitationEvent
            {
                At = now,
                State = State,
                Channel = by.Channel,
                ById = by.ById,
            }
        );
}
