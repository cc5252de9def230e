using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;

namespace Dialoogtafel.Web.Pages;

/// <summary>Who, in one line: a few names and how many more (S46).</summary>
public static class PeopleInWords
{
    private const int Names = 5;

    /// <summary>Whether the line leaves somebody unnamed.</summary>
    public static bool LeavesOut(IReadOnlyList<string> names) => names.Count > Names;

    /// <summary>Everybody, for a list that is looked at name by name before something goes out.</summary>
    public static string All(IEnumerable<Invitation> invitations) =>
        All([.. invitations.Select(item => item.Person!.FullName)]);

    public static string All(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} en {names[^1]}";

    public static string Of(IEnumerable<Invitation> invitations) =>
        Of([.. invitations.Select(item => item.Person!.FullName)]);

    /// <summary>The facilitators by full name; null while there are none.</summary>
    public static string? FacilitatorsOf(Gathering table) =>
        table.Facilitators().Select(item => item.FullName).ToList() is { Count: > 0 } names ? Of(names) : null;

    /// <summary>The same as whoever reads the answers, with who reads when one of them cannot.</summary>
    public static string? ReadersOf(Gathering table) =>
        FacilitatorsOf(table) is not { } names ? null
        : table.StandIn() is { } standIn ? $"{names}. Valt een van hen uit, dan leest {standIn.FullName} het"
        : names;

    public static string Of(IReadOnlyList<string> names) =>
        (names.Count - Names) switch
        {
            <= 0 => All(names),
            1 => $"{string.Join(", ", names.Take(Names))} en 1 ander",
            var more => $"{string.Join(", ", names.Take(Names))} en {more} anderen",
        };
}
