using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>Who, in one line: a few names and how many more (S46).</summary>
public static class PeopleInWords
{
    private const int Names = 5;

    /// <summary>Whether the line leaves somebody unnamed.</summary>
    public static bool LeavesOut(IReadOnlyList<string> names) => names.Count > Names;

    public static string Of(IEnumerable<Invitation> invitations) => Of([.. invitations.Select(item => item.Person!.FullName)]);

    public static string Of(IReadOnlyList<string> names) => (names.Count - Names) switch
    {
        <= 0 => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} en {names[^1]}",
        1 => $"{string.Join(", ", names.Take(Names))} en 1 ander",
        var more => $"{string.Join(", ", names.Take(Names))} en {more} anderen",
    };
}
