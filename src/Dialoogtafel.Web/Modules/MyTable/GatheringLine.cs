namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>
/// How a person takes part, in the words that participants read: never partner, informant or publiek (D-13).
/// </summary>
public enum RoleAtTable
{
    AtTheTable,
    AtADistance,
    Interested,
}

/// <summary>
/// The line with date, time and place that stands on every page behind a personal link. Times are local
/// (Europe/Amsterdam).
/// </summary>
/// <param name="Subject">What the table is about, as the organiser wrote it.</param>
/// <param name="Place">Where, in a few words: name of the place and town.</param>
public sealed record GatheringLine(string Subject, DateTime Start, DateTime End, string Place);

/// <summary>What stands on every page behind a personal link.</summary>
/// <param name="FirstName">Stands at every button: two people may share one browser.</param>
/// <param name="Path">What the addresses of this link begin with, for example <c>/mijn-tafel/7</c> or
/// <c>/u/{token}</c>; no slash at the end.</param>
public sealed record LinkOwner(string FirstName, string Path);
