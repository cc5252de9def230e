using System.Globalization;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>One person of the nine.</summary>
/// <param name="MyTable">What Mijn tafel says at each moment, in the words of the table's list.</param>
/// <param name="FetchAndBring">Whether both stand on Mijn tafel in the end.</param>
public sealed record Preparer(
    string Name,
    string Party,
    IReadOnlyDictionary<string, string> MyTable,
    bool FetchAndBring
)
{
    public string FirstName => Name.Split(' ')[0];
}

/// <summary>The head of the overview at one moment, and who stands on te bellen.</summary>
public sealed record ReadMoment
{
    public required string Name { get; init; }
    public required int People { get; init; }
    public required int Ready { get; init; }
    public required int Unread { get; init; }
    public required int Picked { get; init; }
    public required int Kept { get; init; }
    public required string NotReady { get; init; }
    public required string ToCall { get; init; }
}

/// <summary>The days on which somebody got each mail about the questions.</summary>
public sealed record MailedDays(string Name, string First, string Confirmation, string Again, string Overview);

/// <summary>The answers to one question as the facilitators see them.</summary>
/// <param name="By">First names; one who answered in two places stands there twice.</param>
public sealed record ReadQuestion(int Number, string Words, int Answers, int Kept, int Earlier, string By);

/// <summary>The answers of one perspective.</summary>
public sealed record ReadPerspective(string Name, int Answers, int Kept);

/// <summary>The answers of one person as the facilitators see them.</summary>
/// <param name="Came">What stands beside each of them.</param>
public sealed record ReadPerson(string Name, int Answers, int Kept, string Came, string First, int Board, int Picked);

/// <summary>The tables of <c>NinePeople.md</c>, which were written before the test.</summary>
public static class Nine
{
    private static readonly IReadOnlyList<string[]> MyTable = Rows("Mijn tafel");

    /// <summary>The moments in their order.</summary>
    public static IReadOnlyList<ReadMoment> Moments { get; } =
    [
        .. Below("Overview at each moment")
            .Select(row => new ReadMoment
            {
                Name = row[0],
                People = Number(row[1]),
                Ready = Number(row[2]),
                Unread = Number(row[3]),
                Picked = Number(row[4]),
                Kept = Number(row[5]),
                NotReady = row[6],
                ToCall = row[7],
            }),
    ];

    public static IReadOnlyList<Preparer> People { get; } =
    [
        .. Below("People")
            .Select(row => (Row: row, Said: MyTable.Single(said => said[0] == row[0])))
            .Select(item => new Preparer(
                item.Row[0],
                item.Row[1],
                Moments
                    .Index()
                    .ToDictionary(moment => MyTable[0][moment.Index + 1], moment => item.Said[moment.Index + 1]),
                item.Said[^1] == "yes"
            )),
    ];

    public static IReadOnlyList<MailedDays> Mails { get; } =
    [.. Below("Mails about the questions").Select(row => new MailedDays(row[0], row[1], row[2], row[3], row[4]))];

    public static IReadOnlyList<ReadQuestion> Questions { get; } =
    [
        .. Below("Per question on 30 November")
            .Select(row => new ReadQuestion(
                Number(row[0]),
                row[1],
                Number(row[2]),
                Number(row[3]),
                Number(row[4]),
                row[5]
            )),
    ];

    public static IReadOnlyList<ReadPerspective> Perspectives { get; } =
    [
        .. Below("Per perspective on 30 November")
            .Select(row => new ReadPerspective(row[0], Number(row[1]), Number(row[2]))),
    ];

    public static IReadOnlyList<ReadPerson> Persons { get; } =
    [
        .. Below("Per person on 30 November")
            .Select(row => new ReadPerson(
                row[0],
                Number(row[1]),
                Number(row[2]),
                row[3],
                row[4],
                Number(row[5]),
                Number(row[6])
            )),
    ];

    private static IReadOnlyList<string[]> Rows(string heading) => WrittenTables.Rows("NinePeople.md", heading);

    /// <summary>Without the head and the rule below it.</summary>
    private static IEnumerable<string[]> Below(string heading) => Rows(heading).Skip(2);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
