namespace Dialoogtafel.Domain.Actions;

/// <summary>Niveau: on which level the decision about an action lies .</summary>
public enum ActionLevel
{
    /// <summary>Eigen invloed: the owner can do it herself.</summary>
    Own,

    /// <summary>Leidinggevende.</summary>
    Manager,

    /// <summary>Bestuur of an organisation.</summary>
    Board,

    /// <summary>Beleid, for example of a municipality.</summary>
    Policy,

    /// <summary>Landelijk.</summary>
    National,
}

/// <summary>What an owner can say to the one question "hoe gaat het?" (M-20).</summary>
public enum ActionAnswer
{
    /// <summary>Klaar: an end state.</summary>
    Done,

    /// <summary>Loopt.</summary>
    Running,

    /// <summary>Lukt niet: a person calls.</summary>
    Stuck,

    /// <summary>Hulp nodig: a person calls.</summary>
    NeedsHelp,
}

/// <summary>Eindstand. Handing over is no end: it is a new owner.</summary>
public enum ActionEnd
{
    Done,

    /// <summary>Gestopt, with a reason .</summary>
    Stopped,
}

/// <summary>
/// Why a person of the team calls about an action, and no mail goes until she did. Without an owner it is always on
/// that list.
/// </summary>
public enum ActionCall
{
    /// <summary>Nothing can be mailed: there is no address, or there were mails enough.</summary>
    ByPhone,

    /// <summary>The last mail did not arrive.</summary>
    MailFailed,

    /// <summary>The owner said that it does not work out.</summary>
    Stuck,

    /// <summary>The owner asked for help.</summary>
    NeedsHelp,

    /// <summary>Gedwongen keuze: doorgaan, overdragen, stoppen met reden.</summary>
    Choose,

    /// <summary>
    /// The owner does not want to be approached any more: not she is called, another owner is looked for.
    /// </summary>
    OwnerLeft,
}

/// <summary>What happened to an action, as a line of its log.</summary>
public enum ActionEvent
{
    Agreed,
    Assigned,
    HandedOver,

    /// <summary>Asked by mail how it goes.</summary>
    Asked,
    Answered,

    /// <summary>Doorgaan, with a new date.</summary>
    Continued,
    Stopped,

    /// <summary>Something that the team wants to remember.</summary>
    Noted,
    NotReached,

    /// <summary>Spoken, to be called again on a day.</summary>
    CallLater,

    /// <summary>The owner's data were erased: there is nobody now.</summary>
    OwnerGone,
}
