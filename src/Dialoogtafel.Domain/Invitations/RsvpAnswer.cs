namespace Dialoogtafel.Domain.Invitations;

/// <summary>
/// The five answers to an invitation. What somebody answers is not what she attends, and not a role.
/// </summary>
public enum RsvpAnswer
{
    Yes,

    /// <summary>Weet ik nog niet: asks when, silent until then, holds no chair.</summary>
    Maybe,
    No,

    /// <summary>Nee, maar ik wil iets meegeven: the informant route .</summary>
    Contribute,

    /// <summary>Iemand anders in mijn plaats: goes to the organiser, seats nobody.</summary>
    Substitute,
}

/// <summary>Through which channel something was said or sent.</summary>
public enum ContactChannel
{
    Mail,

    /// <summary>The person's own page.</summary>
    Page,
    Phone,
    Paper,
    InPerson,
}

/// <summary>When somebody who does not know yet expects to know.</summary>
public enum KnowsWhen
{
    ThisWeek,
    NextWeek,

    /// <summary>Liever bellen.</summary>
    CallMe,
}

/// <summary>Why the organiser should call somebody.</summary>
public enum CallReason
{
    WantsToKnowLater,
    WantsToContribute,
    NamedSubstitute,
    AsksRemoval,

    /// <summary>Liever bellen: comes to the table and answers the preparation questions by phone .</summary>
    AnswersByPhone,

    /// <summary>The table moved and this person has no address to mail that to (A-09, M-13).</summary>
    TableMoved,
}

/// <summary>Where an invitation stands; derived from its dates and answer .</summary>
public enum InvitationState
{
    Concept,
    Approached,
    Yes,

    /// <summary>Ja, without a chair yet. The person reads: we call you.</summary>
    Waiting,
    Maybe,
    No,
    Informant,
    Substitute,
    Withdrawn,
}
