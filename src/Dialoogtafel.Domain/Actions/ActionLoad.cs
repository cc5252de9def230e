using Dialoogtafel.Domain.People;

namespace Dialoogtafel.Domain.Actions;

/// <summary>
/// How many open actions a person has at most; the numbers are our choice. More is possible when somebody
/// says that it was discussed.
/// </summary>
public static class ActionLoad
{
    public const int Most = 2;
    public const int MostWithLimitedLoad = 1;

    /// <param name="others">Her open actions apart from this one.</param>
    public static bool IsTooMuch(Person owner, int others) => others >= LimitOf(owner);

    public static int LimitOf(Person owner) => owner.LimitedLoad ? MostWithLimitedLoad : Most;
}
