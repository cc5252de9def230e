namespace Dialoogtafel.Domain.Outbox;

/// <summary>How it leaves, how it ends, and what a person may still do with it.</summary>
public sealed partial class OutgoingMail
{
    /// <summary>Marks it as under way, before the conversation with the server begins.</summary>
    public void Claim(DateTime now) => (State, LeaseUntil, Attempts) = (MailState.Sending, now + Lease, Attempts + 1);

    public void Accepted(string reply, DateTime now) =>
        (State, SentAt, Reply, LeaseUntil) = (MailState.Sent, now, reply, null);

    /// <summary>Surely not delivered: again after a growing wait, until the law ends.</summary>
    public void TryAgain(string reply, DateTime now)
    {
        Reply = reply;
        LeaseUntil = null;
        State = Attempts >= MaxAttempts ? MailState.Failed : MailState.Queued;
        NextAt = now + WaitAfter(Attempts);
    }

    /// <summary>
    /// Surely not delivered, and the server said that it is about us: behind the others again. Whatever it says about
    /// us, and how often, it does not eat the retry law, so no mail ends as failed because of it. It stays a mail that
    /// was tried.
    /// </summary>
    public void HeldBack(string reply, DateTime now) =>
        (State, Reply, LeaseUntil, Attempts, NextAt) = (MailState.Queued, reply, null, Math.Max(1, Attempts - 1), now);

    public void Refused(string reply) => (State, Reply, LeaseUntil) = (MailState.Failed, reply, null);

    public void BecameUncertain(string reply) => (State, Reply, LeaseUntil) = (MailState.Uncertain, reply, null);

    /// <summary>
    /// Nobody knows whether it was delivered. A mail of a newsletter goes once more with the same bytes, and is listed;
    /// nobody chooses for each of hundreds (D-01). The second time, and with any other mail, a person
    /// chooses.
    /// </summary>
    public void BecameUncertain(string reply, DateTime now)
    {
        BecameUncertain(reply);
        if (IssueId is not null && DoubtedAt is null)
        {
            (State, DoubtedAt, NextAt) = (MailState.Queued, now, now + WaitAfter(1));
        }
    }

    public void Drop(string why) => (State, Reply, LeaseUntil, Stored) = (MailState.Dropped, why, null, null);

    /// <summary>
    /// The address of the person was changed, and with it every link. What still waited did not leave: a person must
    /// act. What failed or may have arrived is not sent again either.
    /// </summary>
    public void AddressChanged(string why)
    {
        if (State == MailState.Queued)
        {
            Refused(why);
        }

        if (State is MailState.Failed or MailState.Uncertain)
        {
            Stored = null;
        }
    }

    /// <summary>Waits longer; only while it is queued.</summary>
    public void PutOff(DateTime until) => NextAt = State == MailState.Queued ? until : NextAt;

    /// <summary>Taken back; only while it still waits for its first try.</summary>
    /// <returns>False when it is too late.</returns>
    public bool Recall()
    {
        if (State != MailState.Queued || Attempts > 0 || DoubtedAt is not null)
        {
            return false;
        }

        (State, Stored) = (MailState.Recalled, null);
        return true;
    }

    /// <summary>
    /// A person chose to send it (again), at once; the same bytes when the first may have arrived.
    /// </summary>
    /// <exception cref="DomainRuleException">The bytes are gone, or it is not in a state to send again.</exception>
    public void SendAgain(DateTime now)
    {
        if (WasNeverMade)
        {
            throw new DomainRuleException("Deze mail is niet gemaakt. Verbeter het mailadres bij de persoon, of bel.");
        }

        if (State is not (MailState.Failed or MailState.Uncertain) || Content is null)
        {
            throw new DomainRuleException("Deze mail kan niet opnieuw worden verstuurd. Maak een nieuwe uitnodiging.");
        }

        DoubtedAt = State == MailState.Uncertain ? DoubtedAt ?? now : DoubtedAt;
        (State, NextAt, Attempts) = (MailState.Queued, now, 0);
    }

    /// <summary>A person chose to leave an uncertain mail as it is.</summary>
    public void LeaveAsIs(DateTime now)
    {
        if (State == MailState.Uncertain)
        {
            (State, SentAt) = (MailState.Sent, now);
        }
    }
}
