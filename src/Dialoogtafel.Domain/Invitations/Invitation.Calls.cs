using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Invitations;

/// <summary>What this person is to be called about, and what the call is to say.</summary>
public sealed partial class Invitation
{
    public DateTime? CallSince { get; private set; }
    public CallReason? CallReason { get; private set; }

    /// <summary>
    /// By when we call somebody who asked for it: within a week; the mail and the page name this day.
    /// </summary>
    public DateTime? CallAskedBefore => CallSince?.AddDays(7);

    /// <summary>Iemand anders, without a name yet: the call is to ask whom.</summary>
    public bool AsksWhom => CallReason == Invitations.CallReason.NamedSubstitute && Note is null;

    /// <summary>
    /// Iemand anders, with a name: stands on te bellen until that person is invited or not wanted (<see
    /// cref="NamedSubstitute"/>).
    /// </summary>
    public bool NamesSomebody => CallReason == Invitations.CallReason.NamedSubstitute && Note is not null;

    /// <summary>When the team chose not to invite the named substitute; null again when another is named.</summary>
    public DateTime? SubstituteDeclinedAt { get; private set; }

    /// <summary>Why not, in a word of the team. Retention: as <see cref="Note"/>.</summary>
    public SealedText? SubstituteDeclined { get; private set; }

    /// <summary>
    /// When and where the table is as this person knows it, while a call about a move is due (<see
    /// cref="CallReason.TableMoved"/>).
    /// </summary>
    public Appointment? MovedFrom { get; private set; }

    /// <summary>
    /// From when on a call keeps our promise to call this person; null when there was none, or it still stands. Who
    /// waits for a chair is called because the promised moment is near: a call before that was about something else.
    /// </summary>
    public DateTime? CallKeptFrom =>
        State switch
        {
            InvitationState.Informant when CallReason is null => AnsweredAt,
            InvitationState.Waiting => CallBefore - ReminderRule.CallAhead,
            _ => null,
        };

    /// <summary>Weet ik nog niet: until when we keep silent, or that she wants a call.</summary>
    public void KnowsLater(KnowsWhen when, DateTime silentUntil, DateTime now)
    {
        SilentUntil = when == KnowsWhen.CallMe ? null : silentUntil;
        (CallSince, CallReason) =
            when == KnowsWhen.CallMe
                ? (now, Invitations.CallReason.WantsToKnowLater)
                : ((DateTime?)null, (CallReason?)null);
    }

    /// <summary>Puts the person on the list of people to call, with what she typed, when she typed something.</summary>
    public void AskCall(CallReason reason, SealedText? note, string? device, DateTime now)
    {
        (CallSince, CallReason) = (now, reason);
        if (note is not null)
        {
            (Note, NoteDevice) = (note, device);
        }

        if (reason == Invitations.CallReason.NamedSubstitute)
        {
            (SubstituteDeclinedAt, SubstituteDeclined) = (null, null);
        }
    }

    /// <summary>The named substitute is not invited, and why not. Does nothing when nobody is named any more.</summary>
    public void DeclineSubstitute(SealedText why, DateTime now)
    {
        if (NamesSomebody)
        {
            (SubstituteDeclinedAt, SubstituteDeclined) = (now, why);
            Called();
        }
    }

    /// <summary>The team dealt with the chair that this person gave back, or chose to leave it.</summary>
    public void CancellationSettled() => ChairGivenBackAt = null;

    /// <summary>
    /// What this person knows of when and where the table is: not the moves about which she is still to be called.
    /// </summary>
    /// <param name="before">As it stood before the newest move.</param>
    public Appointment Knows(Appointment before) =>
        CallReason == Invitations.CallReason.TableMoved && MovedFrom is { } known ? known : before;

    /// <summary>
    /// The table moved and this person can only hear it by phone. Who is called about something else, or about an
    /// earlier move, hears it in the same call.
    /// </summary>
    /// <param name="before">As it stood before this move.</param>
    public void AskCallAboutMove(Appointment before, DateTime now)
    {
        if (CallReason is null)
        {
            (CallSince, CallReason, MovedFrom) = (now, Invitations.CallReason.TableMoved, before);
        }
    }

    /// <summary>The table is back where this person knows it: there is nothing to call about any more.</summary>
    public void MovedBack()
    {
        if (CallReason == Invitations.CallReason.TableMoved)
        {
            Called();
        }
    }

    /// <summary>Called, or the call is not wanted any more.</summary>
    public void Called() => (CallSince, CallReason) = (null, null);

    /// <summary>
    /// The call that an answer asks for by itself. Who wrote "iemand anders" down for somebody else has heard whom.
    /// </summary>
    private static CallReason? CallAfter(RsvpAnswer answer, Hand by) =>
        answer switch
        {
            RsvpAnswer.Contribute => Invitations.CallReason.WantsToContribute,
            RsvpAnswer.Substitute when by.ById is null => Invitations.CallReason.NamedSubstitute,
            _ => null,
        };

    private static DateTime PromiseToCall(Gathering gathering, DateTime now)
    {
        var last = gathering.StartsAt?.AddDays(-2) ?? now.AddDays(7);
        var promised = gathering.ReleasesAt is { } release && release > now ? release : last;
        return promised > now ? promised : now;
    }
}
