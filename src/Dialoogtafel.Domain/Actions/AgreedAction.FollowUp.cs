using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.Actions;

/// <content>The follow-up: when the owner is asked, what she said, and when a person has to act. The rhythm itself is
/// <see cref="FollowUpPlan"/>.</content>
public sealed partial class AgreedAction
{
    /// <summary>The last answer of the present owner.</summary>
    public ActionAnswer? Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>From 1; doorgaan, and handing over at a forced choice, begin the next one.</summary>
    public int Period { get; private set; } = 1;

    /// <summary>Questions asked in this period, by mail or phone.</summary>
    public int Rounds { get; private set; }

    /// <summary>Mails about it in this period that nobody asked for, over all owners.</summary>
    public int Mails { get; private set; }

    /// <summary>
    /// When the owner is asked next, or a person has to choose, UTC; null = never. Waits while <see cref="Call"/> is
    /// set.
    /// </summary>
    public DateTime? AskDueAt { get; private set; }

    /// <summary>
    /// Up by one with every answer, hand-over, doorgaan and end: a mail that still waits speaks of an older one.
    /// </summary>
    public int FollowUpNumber { get; private set; }

    public ActionCall? Call { get; private set; }
    public DateTime? CallSince { get; private set; }

    /// <summary>The local day before which nobody calls.</summary>
    public DateOnly? CallAgainOn { get; private set; }

    /// <summary>When a person last acted on a call: mails that failed before do not count any more.</summary>
    public DateTime? CallSettledAt { get; private set; }

    /// <summary>On te bellen, today or on a later day: there is nobody who does it, or a person must act.</summary>
    public bool IsToCall => IsOpen && (OwnerId is null || Call is not null);

    /// <summary>Whether the mail at assignment may leave.</summary>
    public bool MayMail => Mails < FollowUpPlan.MostMails;

    /// <summary>The mail at assignment was queued.</summary>
    public void Told() => Mails++;

    /// <summary>That mail was taken back before it left.</summary>
    public void NotTold() => Mails--;

    /// <summary>The question was asked; the next moment follows from it.</summary>
    /// <param name="byMail">Else somebody calls.</param>
    public void Asked(bool byMail, FollowUpPlan plan, DateTime now)
    {
        (Rounds, Mails) = (Rounds + 1, Mails + (byMail ? 1 : 0));
        AskDueAt = plan.Next(Rounds, Mails, now);
        if (byMail)
        {
            Log.Add(ActionLogEntry.Of(this, ActionEvent.Asked, new Hand(ContactChannel.Mail, null), now));
        }
        else
        {
            AskCall(ActionCall.ByPhone, now);
        }
    }

    /// <summary>The moment waits, for example because another mail goes to the same person that day.</summary>
    public void PutOff(DateTime until) => AskDueAt = until;

    /// <summary>No mail any more until a person acted. A choice that is to be made stays one.</summary>
    public void AskCall(ActionCall reason, DateTime now)
    {
        if (IsOpen && Call is not (ActionCall.Choose or ActionCall.OwnerLeft))
        {
            (Call, CallSince, CallAgainOn) = (reason, now, null);
        }
    }

    /// <summary>
    /// The owner, or somebody of the team for her, says how it goes. May be changed: a klaar that was none opens it
    /// again. Lukt niet and hulp nodig ask for a call; loopt leaves the next question where it was.
    /// </summary>
    /// <exception cref="DomainRuleException">It was stopped, or has no owner.</exception>
    public void TakeAnswer(ActionAnswer answer, SealedText? words, Hand by, FollowUpPlan plan, DateTime now)
    {
        Require(End != ActionEnd.Stopped, "Deze actie is gestopt. Bel ons als dat niet klopt.", "");
        Require(OwnerId is not null, "Kies eerst wie het doet.", "");
        Log.Add(ActionLogEntry.Of(this, ActionEvent.Answered, by, now, words, answer));
        (Answer, AnsweredAt, FollowUpNumber) = (answer, now, FollowUpNumber + 1);
        if (answer == ActionAnswer.Done)
        {
            Finish(ActionEnd.Done, now);
            return;
        }

        var (reopened, spoken) = (End is not null, by.ById is not null);
        (End, EndedAt) = (null, null);
        if (answer is ActionAnswer.Stuck or ActionAnswer.NeedsHelp)
        {
            AskCall(answer == ActionAnswer.Stuck ? ActionCall.Stuck : ActionCall.NeedsHelp, now);
            AskDueAt ??= plan.Next(Rounds, Mails, now);
            CallAgainOn = spoken ? plan.Day(now).AddDays(FollowUpPlan.TalkAgainDays) : null;
        }
        else if (
            reopened
            || Call is ActionCall.Stuck or ActionCall.NeedsHelp
            || (spoken && Call is ActionCall.ByPhone or ActionCall.MailFailed)
        )
        {
            Settle(now);
            AskDueAt = plan.Next(Rounds, Mails, now);
        }
    }

    /// <summary>Doorgaan: a new period with a new date; the first question comes a month later .</summary>
    /// <exception cref="DomainRuleException">The day is past, or nobody does it.</exception>
    public void Continue(DateOnly? target, Hand by, FollowUpPlan plan, DateTime now)
    {
        Require(
            OwnerId is not null && Owner?.NotToBeApproachedSince is null,
            "Kies eerst wie het doet. Dat kan bij overdragen.",
            ""
        );
        Require(target is null || target >= plan.Day(now), "Kies een dag vanaf vandaag.", "Target");
        (End, EndedAt, StopReason, TargetOn) = (null, null, "", target);
        Log.Add(ActionLogEntry.Of(this, ActionEvent.Continued, by, now));
        NewPeriod();
        Settle(now);
        (AskDueAt, FollowUpNumber) = (plan.AfterContinuing(now), FollowUpNumber + 1);
    }

    /// <summary>A call that decided nothing: not reached, or spoken and to be called again.</summary>
    /// <exception cref="DomainRuleException">The day is past, or nobody has to call.</exception>
    public void CallLater(bool reached, DateOnly again, SealedText? words, Hand by, FollowUpPlan plan, DateTime now)
    {
        Require(IsToCall, "Over deze actie hoeft nu niemand te bellen.", "");
        Require(again >= plan.Day(now), "Kies een dag vanaf vandaag.", "Day");
        CallAgainOn = again;
        Log.Add(ActionLogEntry.Of(this, reached ? ActionEvent.CallLater : ActionEvent.NotReached, by, now, words));
    }

    private void Begin(FollowUpPlan plan, DateTime now)
    {
        if (Call == ActionCall.Choose)
        {
            NewPeriod();
        }

        (Answer, AnsweredAt) = (null, null);
        Settle(now);
        (AskDueAt, FollowUpNumber) = (OwnerId is null ? null : plan.First(now), FollowUpNumber + 1);
        if (Owner is not null && (Owner.Email is null || !MayMail))
        {
            AskCall(ActionCall.ByPhone, now);
        }
    }

    private void NewPeriod() => (Period, Rounds, Mails) = (Period + 1, 0, 0);

    private void Settle(DateTime now) => (Call, CallSince, CallAgainOn, CallSettledAt) = (null, null, null, now);

    /// <summary>Nothing is asked any more.</summary>
    private void Quiet() =>
        (AskDueAt, Call, CallSince, CallAgainOn, FollowUpNumber) = (null, null, null, null, FollowUpNumber + 1);
}
