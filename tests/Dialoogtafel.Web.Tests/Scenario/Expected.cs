using System.Globalization;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>What one person's row of the table says.</summary>
public sealed record ExpectedPerson
{
    public required string Name { get; init; }
    public required string Party { get; init; }
    public required string Board { get; init; }
    public required bool Chair { get; init; }

    /// <summary>Day and template of each mail that was sent, in order.</summary>
    public required string Mails { get; init; }

    /// <summary>The day of each calendar entry that was sent; "out" where it was taken away.</summary>
    public required string Calendar { get; init; }
    public required string Heading { get; init; }

    /// <summary>Whether Mijn tafel still says when the table was first.</summary>
    public required bool OldDate { get; init; }

    /// <summary>The words on te bellen; empty when the person does not stand on it.</summary>
    public required string ToCall { get; init; }

    public string FirstName => Name.Split(' ')[0];
}

/// <summary>The counts at one moment of the story.</summary>
public sealed record ExpectedMoment
{
    public required string Name { get; init; }
    public required int Approached { get; init; }
    public required int Seated { get; init; }
    public required int Maybe { get; init; }
    public required int No { get; init; }
    public required int ThinksAlong { get; init; }
    public required int Silent { get; init; }
    public required string ToCall { get; init; }
}

/// <summary>The two tables of <c>EighteenPeople.md</c>, which were written before the test.</summary>
public static class Expected
{
    private static readonly IReadOnlyList<string[]> Rows = WrittenTables.Rows("EighteenPeople.md");

    public static IReadOnlyList<ExpectedMoment> Moments { get; } =
    [
        .. Rows.Where(row => row.Length == 8 && char.IsDigit(row[0][0]))
            .Select(row => new ExpectedMoment
            {
                Name = row[0],
                Approached = Number(row[1]),
                Seated = Number(row[2]),
                Maybe = Number(row[3]),
                No = Number(row[4]),
                ThinksAlong = Number(row[5]),
                Silent = Number(row[6]),
                ToCall = row[7],
            }),
    ];

    public static IReadOnlyList<ExpectedPerson> People { get; } =
    [
        .. Rows.Where(row => row.Length == 9 && row[3] is "yes" or "no")
            .Select(row => new ExpectedPerson
            {
                Name = row[0],
                Party = row[1],
                Board = row[2],
                Chair = row[3] == "yes",
                Mails = row[4],
                Calendar = row[5],
                Heading = row[6],
                OldDate = row[7] == "yes",
                ToCall = row[8],
            }),
    ];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
