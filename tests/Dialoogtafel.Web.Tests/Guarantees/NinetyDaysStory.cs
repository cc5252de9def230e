namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>What somebody does about an action, at 15.00 of a day.</summary>
public enum NinetyDeed
{
    /// <summary>The owner answers behind their link.</summary>
    Says,

    /// <summary>The coordinator types what the owner said on the phone, from te bellen.</summary>
    SaysByPhone,
    NotReached,
    HandOver,
    GoesOn,
    Stops,
    Erases,
}

/// <param name="Day">Days after the table.</param>
/// <param name="With">The answer, or the new owner.</param>
public sealed record NinetyAct(int Day, int Action, NinetyDeed Deed, string With = "");

/// <summary>
/// A mail about an action that left (or may have): on which day after the table, at which hour of the wall clock, to
/// whom.
/// </summary>
public sealed record NinetyMail(int Day, int Hour, int Action, string Person, string Kind);

/// <summary>
/// Eleven actions after a second table, and what becomes of them in ninety days. The mails and the ends are written
/// down by hand: three weeks, then thirty days, three questions, a week to answer the last one, four
/// mails a period over all owners, one a day a person.
/// </summary>
public static class NinetyDaysStory
{
    public const int Days = 90;

    /// <summary>Cor's address bounces; Greet has none; action 9 has nobody; Fatima has two.</summary>
    public static readonly string?[] Owners =
    [
        "Anna",
        "Bram",
        "Cor",
        "Dirk",
        "Els",
        "Fatima",
        "Fatima",
        "Greet",
        "Hans",
        null,
        "Ilse",
    ];

    public static readonly string[] People =
    [
        "Anna",
        "Bram",
        "Cor",
        "Dirk",
        "Els",
        "Fatima",
        "Greet",
        "Hans",
        "Ilse",
        "Karin",
    ];

    public static readonly NinetyAct[] Acts =
    [
        new(2, 7, NinetyDeed.SaysByPhone, "Running"),
        new(5, 2, NinetyDeed.SaysByPhone, "Running"),
        new(22, 0, NinetyDeed.Says, "Running"),
        new(22, 4, NinetyDeed.Says, "Stuck"),
        new(22, 5, NinetyDeed.Says, "Done"),
        new(22, 8, NinetyDeed.Says, "NeedsHelp"),
        new(23, 8, NinetyDeed.Says, "Running"),
        new(25, 4, NinetyDeed.GoesOn),
        new(30, 3, NinetyDeed.HandOver, "Karin"),
        new(33, 7, NinetyDeed.NotReached),
        new(40, 2, NinetyDeed.Stops),
        new(40, 10, NinetyDeed.Erases),
        new(52, 0, NinetyDeed.Says, "Done"),
        new(56, 4, NinetyDeed.Says, "Done"),
    ];

    /// <summary>Every mail that leaves, Cor's two refused ones not among them.</summary>
    public static IReadOnlyList<NinetyMail> Owed { get; } =
    [
        .. new[] { 0, 1, 3, 4, 5, 8, 10 }.SelectMany(action => new[] { Told(0, 15, action), Asked(21, 10, action) }),
        // Fatima's second action waits for the next morning.
        Told(1, 8, 6),
        Asked(22, 8, 6),
        Asked(52, 10, 6),
        Asked(82, 10, 6),
        // Anna says that it goes well, and a month later that it is done.
        Asked(51, 10, 0),
        // Bram never says anything.
        Asked(51, 10, 1),
        Asked(81, 10, 1),
        // Karin takes over from Dirk, and the period has two mails left.
        new(30, 15, 3, "Karin", "actie-toegewezen"),
        new(51, 10, 3, "Karin", "actie-vraag"),
        // Els is stuck, somebody calls, it goes on: a new period.
        Asked(55, 10, 4),
        // Hans asks for help by mistake and takes it back the next day: thirty days from there.
        Asked(53, 10, 8),
        Asked(83, 10, 8),
    ];

    /// <summary>By action: klaar, gestopt, or why it stands on te bellen.</summary>
    public static readonly string[] Ends =
    [
        "Done",
        "Choose",
        "Stopped",
        "Choose",
        "Done",
        "Done",
        "Choose",
        "ByPhone",
        "Choose",
        "nobody",
        "nobody",
    ];

    private static NinetyMail Told(int day, int hour, int action) =>
        new(day, hour, action, Owners[action]!, "actie-toegewezen");

    private static NinetyMail Asked(int day, int hour, int action) =>
        new(day, hour, action, Owners[action]!, "actie-vraag");
}
