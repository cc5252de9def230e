using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Domain.Actions;

/// <summary>
/// Actie: what a table agreed on, who does it and how it goes. The text is for all
/// participants: never about a person or her health, and therefore not encrypted. What people say about it stands in
/// the log, encrypted.
/// </summary>
public sealed partial class AgreedAction : IVersioned
{
    public const int LongestText = 300;
    public const int MostParties = 8;

    public int Id { get; private set; }
    public required int GatheringId { get; init; }
    public Gathering? Gathering { get; init; }
    public required string Text { get; set; }

    /// <summary>
    /// Verantwoordelijke: somebody at the table or elsewhere, with or without account or address; null = nog niemand.
    /// </summary>
    public int? OwnerId { get; private set; }
    public Person? Owner { get; private set; }

    /// <summary>Who does it together with an owner who can take little; gets no mail.</summary>
    public int? CoOwnerId { get; private set; }
    public Person? CoOwner { get; private set; }

    /// <summary>Coördinator: the team member whom the owner can call; null = the contact person of the table.</summary>
    public int? CoordinatorId { get; set; }
    public Person? Coordinator { get; init; }

    public ActionLevel Level { get; private set; }

    /// <summary>Beslisser: function or name; empty on the own level.</summary>
    public string DecisionMaker { get; private set; } = "";

    /// <summary>Since when it waits for a higher level; null on the own one.</summary>
    public DateTime? HigherSince { get; private set; }

    public DateOnly? TargetOn { get; set; }
    public string NextStep { get; set; } = "";
    public List<ActionParty> Parties { get; init; } = [];
    public List<ActionLogEntry> Log { get; init; } = [];
    public required DateTime CreatedAt { get; init; }

    public ActionEnd? End { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it stopped, in a few words for the team.</summary>
    public string StopReason { get; private set; } = "";

    public int Version { get; set; }

    public bool IsOpen => EndedAt is null;

    public bool IsOverdue(DateOnly today) => IsOpen && TargetOn < today;

    /// <summary>Puts it on a level; the day since when it waits there stays when only the name changes.</summary>
    public void PutOn(ActionLevel level, string decisionMaker, DateTime now)
    {
        HigherSince =
            level == ActionLevel.Own ? null
            : level == Level ? HigherSince ?? now
            : now;
        (Level, DecisionMaker) = (level, level == ActionLevel.Own ? "" : decisionMaker.Trim());
    }

    /// <summary>
    /// Toewijzen and overdragen: who does it from now on, and since when. The new owner is asked three weeks later, as
    /// far as this period has mails left; after a forced choice a new period begins.
    /// </summary>
    /// <param name="owner">Null = nog niemand.</param>
    /// <returns>Whether there is another owner than before.</returns>
    /// <exception cref="DomainRuleException">It has ended, the owner does not want to be approached, or she can take
    /// little and nobody helps .</exception>
    public bool GiveTo(Person? owner, Person? coOwner, Hand by, FollowUpPlan plan, DateTime now)
    {
        Require(IsOpen, "Deze actie is al klaar of gestopt. Kies eerst doorgaan.", "");
        Require(
            owner?.NotToBeApproachedSince is null,
            $"{owner?.FirstName} wil niet meer benaderd worden. Kies iemand anders.",
            nameof(OwnerId)
        );
        Require(
            owner?.LimitedLoad != true || coOwner is not null,
            $"{owner?.FirstName} kan niet veel tegelijk doen. Kies ook iemand die meehelpt.",
            nameof(CoOwnerId)
        );
        Require(owner is not null || coOwner is null, "Kies eerst wie het doet.", nameof(OwnerId));
        Require(owner is null || owner.Id != coOwner?.Id, "Kies twee verschillende mensen.", nameof(CoOwnerId));
        var (first, changed) = (Log.Count == 0, OwnerId != owner?.Id);
        (OwnerId, Owner, CoOwnerId, CoOwner) = (owner?.Id, owner, coOwner?.Id, coOwner);
        if (first)
        {
            Log.Add(ActionLogEntry.Of(this, owner is null ? ActionEvent.Agreed : ActionEvent.Assigned, by, now));
        }
        else if (changed)
        {
            Log.Add(ActionLogEntry.Of(this, ActionEvent.HandedOver, by, now));
        }

        if (changed)
        {
            Begin(plan, now);
        }

        return changed;
    }

    /// <summary>Stoppen met reden. No mail about it leaves any more.</summary>
    /// <exception cref="DomainRuleException">There is no reason, or it has ended.</exception>
    public void Stop(string? reason, Hand by, DateTime now)
    {
        Require(IsOpen, "Deze actie is al klaar of gestopt.", "");
        Require(!string.IsNullOrWhiteSpace(reason), "Schrijf op waarom de actie stopt.", "Reason");
        StopReason = reason!.Trim();
        Log.Add(ActionLogEntry.Of(this, ActionEvent.Stopped, by, now));
        Finish(ActionEnd.Stopped, now);
    }

    /// <summary>A line that the team wants to remember.</summary>
    public void Note(SealedText words, Hand by, DateTime now) =>
        Log.Add(ActionLogEntry.Of(this, ActionEvent.Noted, by, now, words));

    /// <summary>
    /// Everything that says who somebody was goes; an action of hers is nobody's and waits for another owner.
    /// </summary>
    public void Forget(int person, DateTime now)
    {
        if (OwnerId == person)
        {
            (OwnerId, Owner, CoOwnerId, CoOwner) = (null, null, null, null);
            if (IsOpen)
            {
                Log.Add(ActionLogEntry.Of(this, ActionEvent.OwnerGone, new Hand(ContactChannel.Page, null), now));
                Quiet();
            }
        }

        (CoOwnerId, CoOwner) = CoOwnerId == person ? (null, null) : (CoOwnerId, CoOwner);
        CoordinatorId = CoordinatorId == person ? null : CoordinatorId;
        Log.ForEach(line => line.Forget(person));
    }

    private void Finish(ActionEnd end, DateTime now)
    {
        (End, EndedAt) = (end, now);
        Quiet();
    }

    private static void Require(bool met, string message, string field)
    {
        if (!met)
        {
            throw new DomainRuleException(message, field.Length == 0 ? null : field);
        }
    }
}
