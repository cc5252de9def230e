using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>
/// The states of Mijn tafel. The view shows exactly one heading and at most one button for each (D-14).
/// </summary>
public enum TableState
{
    NoAnswer,

    /// <summary>Weet het nog niet.</summary>
    Undecided,

    /// <summary>Ja, and there are questions to think about.</summary>
    ComesWithQuestions,

    /// <summary>Ja, everything answered or skipped.</summary>
    Ready,

    /// <summary>Ja, within 48 hours.</summary>
    Soon,

    /// <summary>Ja, without a chair: never called reserve, waiting list or full.</summary>
    WaitsForChair,
    Declined,

    /// <summary>Thinks along at a distance; fills in the questions.</summary>
    ThinksAlongInWriting,

    /// <summary>Thinks along at a distance; we call, or did.</summary>
    ThinksAlongByPhone,

    /// <summary>Somebody else instead: we call that person, or ask first who it is.</summary>
    SomeoneElse,
    Moved,
    Cancelled,

    /// <summary>After the gathering.</summary>
    After,
}

/// <summary>What a person reads on Mijn tafel.</summary>
public sealed record MyTablePage
{
    public required LinkOwner Owner { get; init; }
    public required RoleAtTable Role { get; init; }
    public required TableState State { get; init; }
    public required GatheringLine Gathering { get; init; }

    /// <summary>The contact person of this table; null leaves the sentences with a phone number out.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Local time of this request, to say "morgen" and to leave the year out.</summary>
    public required DateTime Now { get; init; }

    /// <summary>True right after an answer was sent: says that it is noted, and what follows.</summary>
    public bool JustNoted { get; init; }

    /// <summary>
    /// Open questions, for <see cref="TableState.ComesWithQuestions"/> and <see
    /// cref="TableState.ThinksAlongInWriting"/>; 0 shows no button.
    /// </summary>
    public int OpenQuestions { get; init; }

    /// <summary>Where they were in the questions; null while they have not begun.</summary>
    public string? OnwardsPath { get; init; }

    /// <summary>
    /// By when we call at the latest: somebody who waits for a chair, who asked for a call, or who did not say yet who
    /// comes instead.
    /// </summary>
    public DateOnly? WeCall { get; init; }

    /// <summary>On which day we did call, as we promised; then no call is promised any more.</summary>
    public DateOnly? Spoken { get; init; }

    /// <summary>The number that we call; only on a device that opened the link itself.</summary>
    public string? CallNumber { get; init; }

    /// <summary>On which day we ask again (<see cref="TableState.Undecided"/>); null when nothing was agreed.</summary>
    public DateOnly? AskAgain { get; init; }

    /// <summary>Why the table does not take place, in the organiser's words; null when nothing was said.</summary>
    public string? CancelReason { get; init; }

    /// <summary>Offers the table as a file for the own calendar.</summary>
    public bool HasCalendarFile { get; init; }

    /// <summary>The date before the table moved; null when it did not move since the last answer.</summary>
    public DateTime? OldStart { get; init; }

    /// <summary>Where the report is read; null while there is none.</summary>
    public string? ReportPath { get; init; }

    /// <summary>Whether the news of the project is offered: they have an address for it.</summary>
    public bool OffersNews { get; init; }

    /// <summary>Where they look back; null before the table and for who was not there.</summary>
    public string? LookBackPath { get; init; }

    /// <summary>They said already whether they got what they came to get.</summary>
    public bool HasLookedBack { get; init; }

    public required PracticalFacts Facts { get; init; }

    /// <summary>The last answer; null when there is none.</summary>
    public AnswerGiven? Answer { get; init; }

    /// <summary>
    /// What was typed with the answer; only on the device where it was typed, or on the person's own (S06).
    /// </summary>
    public string? OwnWords { get; init; }

    /// <summary>Something was typed on another device: the page offers a link to see it.</summary>
    public bool HasWordsElsewhere { get; init; }

    /// <summary>
    /// Something was typed before the team changed the address: only the device where it was typed shows it.
    /// </summary>
    public bool HasWordsBefore { get; init; }

    /// <summary>
    /// The address that the team gave, on a device where the person had typed before; null when there is nothing to
    /// confirm here.
    /// </summary>
    public string? AddressToConfirm { get; init; }

    /// <summary>True right after the person said that the address is right.</summary>
    public bool JustConfirmedAddress { get; init; }

    /// <summary>
    /// Whether the page about what they need is offered: they come, or told something that they may want to erase.
    /// </summary>
    public bool OffersNeeds { get; init; }

    /// <summary>Whether the questions beforehand can be reached: they are asked, or were answered.</summary>
    public bool OffersQuestions { get; init; }

    /// <summary>Halen and brengen, in their own words, where they may be shown .</summary>
    public string? Fetch { get; init; }
    public string? Bring { get; init; }

    /// <summary>True right after they asked to be called about the questions.</summary>
    public bool JustAskedCall { get; init; }

    /// <summary>
    /// The tick that asks for that link; never set as served, so that a form sent by a link scanner mails nobody
    /// (D-02).
    /// </summary>
    public bool SendLink => false;

    /// <summary>Who gave us the address, for example "Stichting Voorbeeld"; null when the person did.</summary>
    public string? AddressFrom { get; init; }

    /// <summary>Whether the person may still change the answer: until the start, while the table goes on.</summary>
    public bool CanStillAnswer => State is not (TableState.Cancelled or TableState.After);
}

/// <summary>The practical facts below the next step. A null or empty one is left out.</summary>
/// <param name="People">With how many people at most, facilitators not counted.</param>
/// <param name="LedBy">First names of those who lead the conversation.</param>
/// <param name="Address">Street and town, one line each.</param>
/// <param name="Access">Lift, parking, quiet room: short sentences.</param>
public sealed record PracticalFacts(
    int? People,
    IReadOnlyList<string> LedBy,
    IReadOnlyList<string> Address,
    IReadOnlyList<(PlaceFact About, string Text)> Access
);

/// <summary>The answer that stands now.</summary>
/// <param name="Given">Local time.</param>
/// <param name="WrittenBy">First name of the team member who wrote it down after a call; null when the person sent
/// it.</param>
public sealed record AnswerGiven(AnswerChoice Choice, DateTime Given, string? WrittenBy);
