using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Dialoogtafel.Web.Tests.Rig;
using static Dialoogtafel.Web.Tests.Scenario.WrittenTables;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>What the overview of the facilitators shows.</summary>
public sealed partial class NineOutcome
{
    private static List<string> Questions(IHtmlDocument page)
    {
        var parts = Parts(page);
        return
        [
            .. Different(
                "questions",
                (
                    "titles",
                    string.Join(" | ", Nine.Questions.Select(item => item.Words)),
                    string.Join(" | ", parts.Select(Title))
                )
            ),
            .. Nine
                .Questions.Zip(parts)
                .SelectMany(pair =>
                    Different(
                        $"question {pair.First.Number}",
                        ("answers", pair.First.Answers, Answers(pair.Second).Count),
                        ("kept", pair.First.Kept, Kept(pair.Second)),
                        (
                            "earlier words",
                            pair.First.Earlier,
                            Answers(pair.Second)
                                .Count(item =>
                                    item.Words()
                                        .Contains(
                                            "Antwoord op eerdere woorden: “Welke onderwerpen moeten aan "
                                                + "tafel besproken worden?”",
                                            StringComparison.Ordinal
                                        )
                                )
                        ),
                        (
                            "by",
                            pair.First.By,
                            string.Join(
                                ", ",
                                Answers(pair.Second)
                                    .Select(item => First(item.QuerySelector("b")!.Words()))
                                    .Order(StringComparer.Ordinal)
                            )
                        ),
                        (
                            "texts",
                            0,
                            Answers(pair.Second)
                                .Count(item =>
                                    !TextOf(item)
                                        .StartsWith(
                                            $"{First(item.QuerySelector("b")!.Words())} over vraag {pair.First.Number}",
                                            StringComparison.Ordinal
                                        )
                                )
                        )
                    )
                ),
        ];
    }

    private static List<string> Perspectives(IHtmlDocument page) =>
        [
            .. Different(
                "perspectives",
                (
                    "found",
                    string.Join(" | ", Nine.Perspectives),
                    string.Join(
                        " | ",
                        Parts(page).Select(part => new ReadPerspective(Title(part), Answers(part).Count, Kept(part)))
                    )
                )
            ),
        ];

    private static List<string> Persons(IHtmlDocument page)
    {
        var found = Parts(page)
            .Select(part => new ReadPerson(
                Title(part),
                Answers(part).Count,
                Kept(part),
                string.Join(
                    " / ",
                    Answers(part)
                        .Select(item =>
                            Version().Replace(Came().Match(item.QuerySelector("p")!.Words()).Groups[1].Value, "")
                        )
                        .Distinct()
                ),
                part.QuerySelector("h3")!.Words(),
                Answers(part)
                    .Count(item => item.Words().Contains("mag zonder naam op het bord", StringComparison.Ordinal)),
                Answers(part)
                    .Count(item => item.Words().Contains("Toch niet voor het programma", StringComparison.Ordinal))
            ))
            .ToList();
        return [.. Different("persons", ("found", string.Join('\n', Nine.Persons), string.Join('\n', found)))];
    }

    private async Task<IHtmlDocument> OverviewAsync(IWalker desk, string order)
    {
        await desk.GoAsync($"{story.Overview}?volgorde={order}");
        return await desk.PageAsync();
    }

    private static List<IElement> Parts(IHtmlDocument page) => [.. page.QuerySelectorAll("#antwoorden > section")];

    private static string Title(IElement part) => part.QuerySelector("h2")!.Words();

    private static List<IElement> Answers(IElement part) => [.. part.QuerySelectorAll(".answer")];

    private static string TextOf(IElement answer) => answer.QuerySelector("blockquote")!.Words();

    private static int Kept(IElement part) =>
        part.QuerySelectorAll("p.soft")
            .Select(item => item.Words())
            .Sum(words =>
                words == "Eén antwoord houdt iemand voor zich."
                    ? 1
                    : Number(words, @"^(\d+) antwoorden houden mensen voor zich")
            );
}
