using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Dialoogtafel.Web.Tests.Rig;
using static Dialoogtafel.Web.Tests.Scenario.WrittenTables;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>Reads from the pages what came of the nine, and says where it differs from the tables.</summary>
public sealed partial class NineOutcome(NineStory story)
{
    /// <summary>Mijn tafel of everybody, the head of the overview and te bellen.</summary>
    public async Task<IReadOnlyList<string>> MomentAsync(string name)
    {
        var wanted = Nine.Moments.Single(item => item.Name == name);
        var page = await OverviewAsync(await story.FennaAsync(), "vraag");
        var head = page.QuerySelectorAll("#voorbereiding > p")
            .Single(item => item.Words().Contains(" klaar.", StringComparison.Ordinal))
            .Words();
        var waiting = page.QuerySelectorAll(".person")
            .Select(row =>
                $"{First(row.QuerySelector(".person-name")!.Words())} {Answered().Match(row.Words()).Groups[1].Value}"
            );
        await story.Organiser.GoAsync("/te-bellen");
        var calls = (await story.Organiser.PageAsync())
            .QuerySelectorAll(".calls > li h2")
            .Select(item => First(item.Words()));
        List<string> differences = Different(
            name,
            ("people", wanted.People, Number(head, @"van (\d+) klaar")),
            ("ready", wanted.Ready, Number(head, @"^(\d+) van")),
            ("unread", wanted.Unread, Number(head, @"(\d+) antwoord(?:en zijn| is) nog niet gelezen")),
            ("programme", wanted.Picked, Number(head, @"(\d+) antwoord(?:en staan| staat) klaar")),
            ("kept", wanted.Kept, Number(head, @"(\d+) antwoord(?:en houden| houdt)")),
            ("not ready", wanted.NotReady, string.Join(", ", waiting)),
            ("to call", wanted.ToCall, string.Join(", ", calls))
        );
        foreach (var person in Nine.People)
        {
            differences.AddRange(
                Different(
                    $"{name} · {person.Name}",
                    (
                        "Mijn tafel",
                        person.MyTable[name],
                        Said(await (await story.OpenLinkAsync(person.FirstName)).PageAsync())
                    )
                )
            );
        }

        return differences;
    }

    /// <summary>The overview in its three orders, for both facilitators, and that nobody else has it.</summary>
    public async Task<IReadOnlyList<string>> AnswersAsync()
    {
        var fenna = await story.FennaAsync();
        List<string> differences =
        [
            .. Questions(await OverviewAsync(fenna, "vraag")),
            .. Perspectives(await OverviewAsync(fenna, "perspectief")),
            .. Persons(await OverviewAsync(fenna, "persoon")),
        ];
        differences.AddRange(
            Questions(await OverviewAsync(await story.GijsAsync(), "vraag")).Select(line => $"Gijs · {line}")
        );
        differences.AddRange(
            Different("Petra", ("overview", 404, await story.Organiser.StatusOfAsync(story.Overview)))
        );
        foreach (var person in Nine.People)
        {
            var page = await (await story.OpenLinkAsync(person.FirstName)).PageAsync();
            differences.AddRange(
                Different(
                    person.Name,
                    (
                        "halen en brengen",
                        person.FetchAndBring,
                        page.QuerySelectorAll("blockquote.typed")
                            .Select(item => item.Words())
                            .SequenceEqual([$"{person.FirstName} over vraag 2", $"{person.FirstName} over vraag 3"])
                    )
                )
            );
        }

        return differences;
    }

    /// <summary>The mails about the questions, as they stand in the outbox: who, on which day, what they say.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync()
    {
        var sent = await story.MailsAsync();
        List<string> differences = [];
        foreach (var wanted in Nine.Mails)
        {
            var own = sent.Where(mail => mail.To == wanted.Name).ToList();
            differences.AddRange(
                Different(
                    wanted.Name,
                    (
                        "mails",
                        wanted,
                        new MailedDays(
                            wanted.Name,
                            Days("Wilt u vooraf over 8 vragen nadenken?"),
                            Days("Er staan vragen voor u klaar"),
                            Days("De vragen staan nog klaar"),
                            Days("Er kregen 9 mensen vragen. Klaar: 8. Begonnen en nog niet klaar: 1.")
                        )
                    ),
                    (
                        "told a name or an answer",
                        0,
                        own.Count(mail =>
                            mail.Text.Contains("over vraag", StringComparison.Ordinal)
                            || (
                                mail.Text.Contains("Er kregen", StringComparison.Ordinal)
                                && Nine.People.Any(person =>
                                    mail.Text.Contains(person.FirstName, StringComparison.Ordinal)
                                )
                            )
                        )
                    )
                )
            );

            string Days(string words) =>
                string.Join(
                    ", ",
                    own.Where(mail => mail.Text.Contains(words, StringComparison.Ordinal)).Select(mail => mail.Day)
                );
        }

        return differences;
    }

    /// <summary>Mijn tafel in the words of the table's list; else its heading and sentence as they stand.</summary>
    private static string Said(IHtmlDocument page)
    {
        var (heading, words) = (page.QuerySelector("h1")!.Words(), page.Words());
        var asks = page.QuerySelectorAll("main a")
            .Any(item => item.Words() is "Naar de vragen" or "Verder met de vragen");
        return heading switch
        {
            "U bent klaar. Tot donderdag 3 december"
                when !asks && words.Contains("U hoeft niets meer te doen.", StringComparison.Ordinal) => "klaar",
            "Fijn dat u komt" when asks && Open().Match(words) is { Success: true } open =>
                $"{open.Groups[1].Value}{open.Groups[2].Value} vragen",
            "Komt u op donderdag 3 december?" when !asks => "gevraagd",
            "Fijn dat u meedenkt"
                when asks
                    && (
                        words.Contains("Schrijf op wat u wilt meegeven.", StringComparison.Ordinal)
                        || Open().IsMatch(words)
                    ) => "schrijft mee",
            "Fijn dat u meedenkt"
                when !asks
                    && words.Contains(
                        "Dank u wel voor het meedenken. U hoeft niets meer te doen.",
                        StringComparison.Ordinal
                    ) => "meegedacht",
            _ => words,
        };
    }

    private static string First(string name) => name.Split(' ')[0];

    /// <summary>0 when the words do not say it.</summary>
    private static int Number(string words, string pattern) =>
        Regex.Match(words, pattern) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"(\d+) van 8 vragen beantwoord")]
    private static partial Regex Answered();

    [GeneratedRegex(@"Wilt u vooraf over (\d+) vragen nadenken\?|(\d+) hebben nog geen antwoord\.")]
    private static partial Regex Open();

    /// <summary>What stands behind the perspective.</summary>
    [GeneratedRegex(" · (.*)$")]
    private static partial Regex Came();

    [GeneratedRegex(@" · versie \d$")]
    private static partial Regex Version();
}
