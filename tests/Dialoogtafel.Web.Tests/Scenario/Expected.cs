using System.Globalization;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>What one person's row of the table says.</summary>
/// <param name="Mails">Day and template of each mail that was sent, in order.</param>
/// <param name="Calendar">The day of each calendar entry that was sent; "out" where it was taken away.</param>
/// <param name="OldDate">Whether Mijn tafel still says when the table was first.</param>
/// <param name="ToCall">The words on te bellen; empty when the person does not stand on it.</param>
public sealed record ExpectedPerson(
    string Name,
    string Party,
    string Board,
    bool Chair,
    string Mails,
    string Calendar,
    string Heading,
    bool OldDate,
    string ToCall
)
{
    public string FirstName => Name.Split(' ')[0];
}

/// <summary>The counts at one moment of the story.</summary>
public sealed record ExpectedMoment(
    string Name,
    int Approached,
    int Seated,
    int Maybe,
    int No,
    int ThinksAlong,
    int Silent,
    string ToCall
);

/// <summary>The two tables of <c>EighteenPeople.md</c>, which were written before the test.</summary>
public static class Expected
{
    private static readonly IReadOnlyList<string[]> Rows = WrittenTables.Rows("EighteenPeople.md");

    public static IReadOnlyList<ExpectedMoment> Moments { get; } =
    [
        .. Rows.Where(row => row.Length == 8 && char.IsDigit(row[0][0]))
            .Select(row => new ExpectedMoment(
                row[0],
                Number(row[1]),
                Number(row[2]),
                Number(row[3]),
                Number(row[4]),
                Number(row[5]),
                Number(row[6]),
                row[7]
            )),
    ];

    public static IReadOnlyList<ExpectedPerson> People { get; } =
    [
        .. Rows.Where(row => row.Length == 9 && row[3] is "yes" or "no")
            .Select(row => new ExpectedPerson(
                row[0],
                row[1],
                row[2],
                row[3] == "yes",
                row[4],
                row[5],
                row[6],
                row[7] == "yes",
                row[8]
            )),
    ];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
