namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>One person of the chain.</summary>
/// <param name="There">Whether she was at the table; null = she had no chair.</param>
/// <param name="Gives">The fields that she gives for the contact list.</param>
/// <param name="Report">"mail", "paper" or nothing.</param>
public sealed record ChainPerson(
    string Name,
    string Party,
    string Answer,
    string Prepared,
    bool? There,
    IReadOnlyList<string> Gives,
    string Report
)
{
    public string FirstName => Name.Split(' ')[0];
}

/// <summary>One agreed action.</summary>
/// <param name="Owner">Full name; empty = nobody.</param>
/// <param name="Says">What the owner answers to each question, in order.</param>
/// <param name="Called">What is written down when the team calls: klaar, gestopt, or "naar" somebody else and then
/// klaar.</param>
/// <param name="Ends">How it ends.</param>
public sealed record ChainAction(
    string Text,
    string Owner,
    string Level,
    IReadOnlyList<string> Says,
    string Called,
    string Ends
);

/// <summary>The tables of <c>Chain.md</c>, which were written before the test.</summary>
public static class Chain
{
    public static IReadOnlyList<ChainPerson> People { get; } =
    [
        .. WrittenTables
            .Rows("Chain.md", "People")
            .Skip(2)
            .Select(row => new ChainPerson(
                row[0],
                row[1],
                row[2],
                row[3],
                row[4] switch
                {
                    "yes" => true,
                    "no" => false,
                    _ => null,
                },
                row[5].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                row[6]
            )),
    ];

    public static IReadOnlyList<ChainAction> Actions { get; } =
    [
        .. WrittenTables
            .Rows("Chain.md", "Actions")
            .Skip(2)
            .Select(row => new ChainAction(
                row[0],
                row[1],
                row[2],
                row[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                row[4],
                row[5]
            )),
    ];
}
