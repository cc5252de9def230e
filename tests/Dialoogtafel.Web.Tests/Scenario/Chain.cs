namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>One person of the chain.</summary>
/// <param name="There">Whether she was at the table; null = she had no chair.</param>
/// <param name="Gives">The fields that she gives for the contact list.</param>
/// <param name="Report">"mail", "paper" or nothing.</param>
public sealed record ChainPerson(string Name, string Party, string Answer, string Prepared, bool? There, IReadOnlyList<string> Gives, string Report)
{
    public string FirstName => Name.Split(' ')[0];
}

/// <summary>The tables of <c>Chain.md</c>, which were written before the test.</summary>
public static class Chain
{
    public static IReadOnlyList<ChainPerson> People { get; } =
        [.. WrittenTables.Rows("Chain.md", "People").Skip(2).Select(row => new ChainPerson(row[0], row[1], row[2], row[3], row[4] switch { "yes" => true, "no" => false, _ => null },
            row[5].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), row[6]))];
}
