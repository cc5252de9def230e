using System.Text;
using Dialoogtafel.Domain.AfterTable;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>One agreed action as the report names it.</summary>
/// <param name="When">By when, in words; empty = no date.</param>
public sealed record ReportAction(string What, string Who, string When, string Parties);

/// <summary>What the first text of a report is made of.</summary>
public sealed record ReportFacts
{
    public required string Subject { get; init; }
    public required string Day { get; init; }
    public required string Purpose { get; init; }
    public required string? LedBy { get; init; }

    /// <summary>Of participants who were there and gave their name for this table, nobody else.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>
    /// How many of each party were there beside them; lived experience and relatives are never a party of their own
    /// here.
    /// </summary>
    public required IReadOnlyList<(string Party, int Count)> Parties { get; init; }

    /// <summary>How many were there beside both.</summary>
    public required int Others { get; init; }
    public required IReadOnlyList<string> Steps { get; init; }
    public required IReadOnlyList<NoteView> Priorities { get; init; }
    public required ILookup<NoteKind, string> Notes { get; init; }
    public required IReadOnlyList<ReportAction> Actions { get; init; }
    public required FetchCount Count { get; init; }
    public required string? NextTable { get; init; }
}

/// <summary>One note as it stands in the report.</summary>
public sealed record NoteView(NoteKind Kind, string Words);

/// <summary>
/// The first text of a report, as Markdown (R-100): what it was about, who was there, what matters most, what was said,
/// what was agreed, how it goes on.
/// </summary>
public static class ReportDraft
{
    public static string Of(ReportFacts facts)
    {
        var text = new StringBuilder();
        Part(
            text,
            "Waar het over ging",
            [
                $"De tafel ging over {ReportText.Plain(facts.Subject)}, op {facts.Day}."
                    + (facts.Purpose.Length > 0 ? $" Het doel: {ReportText.Plain(facts.Purpose.TrimEnd('.'))}." : ""),
            ]
        );
        Part(text, "Wie er waren", [.. People(facts)]);
        List(text, "Wat wij deden", facts.Steps, "1. ");
        List(
            text,
            "Dit komt eerst",
            facts.Priorities.Select(item => $"{ReportText.Plain(item.Words)} ({AfterLabels.Of(item.Kind)})"),
            "1. "
        );
        foreach (var kind in Enum.GetValues<NoteKind>())
        {
            List(text, AfterLabels.Several(kind), facts.Notes[kind].Select(ReportText.Plain));
        }

        List(text, "Wat wij afspraken", facts.Actions.Select(Line));
        if (facts.Count.Told > 0)
        {
            Part(
                text,
                "Kreeg iedereen waarvoor zij kwam?",
                [
                    $"{facts.Count.Told} van de {facts.Count.Present} deelnemers zeiden het: "
                        + $"{facts.Count.Yes} ja, {facts.Count.Partly} een beetje, {facts.Count.No} nee.",
                ]
            );
        }

        Part(text, "Hoe het verder gaat", [facts.NextTable ?? "Wij laten u weten wat er met de afspraken gebeurt."]);
        Part(
            text,
            "Wat aan tafel gezegd is",
            ["Wat aan tafel gezegd is, blijft van de tafel. Het heeft geen gevolgen voor werk, zorg of uitkering."]
        );
        return text.ToString().TrimEnd() + "\n";
    }

    private static IEnumerable<string> People(ReportFacts facts)
    {
        yield return AfterLabels.People(facts.Count.Present) + (facts.Count.Present == 1 ? " was er." : " waren er.");
        if (facts.Names.Count > 0)
        {
            yield return $"Met naam: {string.Join(", ", facts.Names.Select(ReportText.Plain))}.";
        }

        var beside = facts
            .Parties.Select(item => $"{item.Count} van {ReportText.Plain(item.Party)}")
            .Concat(facts.Others == 0 ? [] : [facts.Others == 1 ? "1 ander" : $"{facts.Others} anderen"])
            .ToList();
        if (beside.Count > 0)
        {
            yield return $"{(facts.Names.Count > 0 ? "En" : "Zonder naam")}: {string.Join(", ", beside)}.";
        }

        if (facts.LedBy is { } led)
        {
            yield return $"De tafel werd geleid door {ReportText.Plain(led)}.";
        }
    }

    private static string Line(ReportAction action) =>
        $"**{ReportText.Plain(action.What)}** "
        + $"({ReportText.Plain(action.Who)}"
        + (action.When.Length > 0 ? $", {ReportText.Plain(action.When)}" : "")
        + ")"
        + (action.Parties.Length > 0 ? $". Erbij: {ReportText.Plain(action.Parties)}" : "");

    private static void List(StringBuilder text, string title, IEnumerable<string> lines, string mark = "- ")
    {
        var all = lines.Select(line => mark + line).ToList();
        if (all.Count > 0)
        {
            text.Append("## ").Append(title).Append("\n\n").AppendJoin('\n', all).Append("\n\n");
        }
    }

    private static void Part(StringBuilder text, string title, IReadOnlyList<string> paragraphs) =>
        text.Append("## ").Append(title).Append("\n\n").AppendJoin("\n\n", paragraphs).Append("\n\n");
}
