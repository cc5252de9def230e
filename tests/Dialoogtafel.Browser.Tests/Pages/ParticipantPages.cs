using Dialoogtafel.Domain.Links;
using Microsoft.Playwright;

namespace Dialoogtafel.Browser.Tests.Pages;

/// <summary>
/// One page as somebody comes to see it. <paramref name="Press"/> presses its one button once, with nothing filled in
/// or with <paramref name="Fill"/> done.
/// </summary>
/// <param name="Name">A file name for its picture.</param>
public sealed record Seen(string Name, string Path, bool Press = false, Func<IPage, Task>? Fill = null);

/// <summary>All pages that somebody without an account can come to see, in a time when the table goes on.</summary>
public static class ParticipantPages
{
    public static IEnumerable<Seen> All(DemoSite demo)
    {
        yield return new("voorpagina", "/");
        yield return new("privacy", "/privacy");
        yield return new("link-opnieuw", "/link-opnieuw");
        yield return new("link-opnieuw-fout", "/link-opnieuw", Press: true);
        yield return new("link-opnieuw-verstuurd", "/link-opnieuw", Press: true, page =>
            page.Locator("main input[type=email]").FillAsync("wie@nergens.example")
        );
        yield return new("link-kwijt", "/u/weg");
        yield return new("fout", "/bestaat-niet");
        yield return new("inloggen", "/team/inloggen");
        yield return new("inloggen-fout", "/team/inloggen", Press: true);
        yield return new("inloggen-verstuurd", "/team/inloggen", Press: true, page =>
            page.Locator("main input[type=email]").FillAsync("wie@nergens.example")
        );
        yield return new("inloggen-oude-link", "/team/in/weg");
        yield return new("eerste-oude-link", "/eerste/weg");
        foreach (var (state, person) in States)
            yield return new($"mijn-tafel-{state}", demo.LinkOf(person));
        foreach (var part in Parts)
            yield return new(part, $"{demo.LinkOf("Amina")}/{part}");
        foreach (var part in Parts.Except(["wanneer", "meegeven"]))
            yield return new($"{part}-fout", $"{demo.LinkOf("Amina")}/{part}", Press: true);
        yield return new("nodig", $"{demo.LinkOf("Sjoerd")}/nodig");
        yield return new("nodig-eerder-verteld", $"{demo.LinkOf("Amina")}/nodig");
        yield return new("nodig-leeg", $"{demo.LinkOf("Sjoerd")}/nodig", Press: true);
        yield return new("nodig-fout", $"{demo.LinkOf("Amina")}/nodig", Press: true, page =>
            page.Locator("[name='Form.CompanionName']").FillAsync(new string('a', 81))
        );
        yield return new("nodig-bewaard", $"{demo.LinkOf("Ruud")}/nodig", Press: true, page =>
            page.Locator("main textarea").FillAsync("Liever thee dan koffie.")
        );
        yield return new("mijn-privacy", $"{demo.LinkOf("Amina")}/privacy");
        foreach (var (kind, question) in new[] { "tekst", "schaal", "keuze", "lezen" }.Zip(demo.Questions))
            yield return new($"vraag-{kind}", $"{demo.LinkOf("Amina")}/vragen/{question}");
        foreach (var part in new[] { "", "/nakijken", "/papier", "?later=1" })
            yield return new($"vragen{part.Trim('/', '?')}", $"{demo.LinkOf("Amina")}/vragen{part}");
        yield return new("vragen-nakijken-fout", $"{demo.LinkOf("Amina")}/vragen/nakijken", Press: true);
        foreach (var seen in AfterTheTable(demo))
            yield return seen;
        foreach (var seen in News(demo))
            yield return seen;
        yield return new("geen-plek-meer", $"{demo.LinkOf("Fatma")}/toch-niet");
    }

    /// <summary>Bea and Lotte were at the table of two months ago; Bea took on two actions.</summary>
    static IEnumerable<Seen> AfterTheTable(DemoSite demo)
    {
        yield return new("mijn-tafel-na", demo.LinkOf("Bea"));
        yield return new("terugblik", $"{demo.LinkOf("Lotte")}/terugblik");
        yield return new("terugblik-fout", $"{demo.LinkOf("Bea")}/terugblik", Press: true);
        yield return new("verslag", demo.LinkOf("Bea", LinkPurpose.Report));
        yield return new("actie-klaar", demo.LinkOf("Bea", LinkPurpose.Action));
        yield return new("actie", demo.LinkOf("Cas", LinkPurpose.Action));
        yield return new("actie-fout", demo.LinkOf("Cas", LinkPurpose.Action), Press: true);
    }

    static IEnumerable<Seen> News(DemoSite demo)
    {
        var (issue, project) = demo.News;
        yield return new("op-de-hoogte", "/op-de-hoogte");
        yield return new("op-de-hoogte-fout", "/op-de-hoogte", Press: true);
        yield return new("op-de-hoogte-oude-link", "/op-de-hoogte/weg");
        yield return new("onderzoek", $"/onderzoek/{project}");
        yield return new("nieuwsbrief", $"/nieuwsbrief/{issue}");
        yield return new("mijn-nieuwsbrief", demo.LinkOf("Willemijn", LinkPurpose.Newsletter));
        yield return new("mijn-nieuwsbrief-fout", demo.LinkOf("Willemijn", LinkPurpose.Newsletter), Press: true);
        yield return new("nieuwsbrief-stoppen", $"{demo.LinkOf("Willemijn", LinkPurpose.Newsletter)}/af");
        yield return new("nieuwsbrief-weg", $"{demo.LinkOf("Willemijn", LinkPurpose.Newsletter)}/van-de-lijst");
        yield return new("op-de-hoogte-mijn-tafel", $"{demo.LinkOf("Ingrid")}/op-de-hoogte");
    }

    /// <summary>Who in the demo shows which state of Mijn tafel.</summary>
    public static IReadOnlyList<(string State, string Person)> States { get; } =
    [
        ("geen-antwoord", "Kofi"),
        ("weet-nog-niet", "Youssef"),
        ("ja", "Amina"),
        ("nog-geen-stoel", "Fatma"),
        ("nee", "Ingrid"),
        ("op-afstand", "Dewi"),
        ("iemand-anders", "Tomasz"),
    ];

    /// <summary>The pages behind a personal link.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    ["antwoord", "wanneer", "meegeven", "iemand-anders", "toch-niet", "van-de-lijst"];

    /// <summary>Goes there, and presses the button where the page is the answer to a press.</summary>
    /// <returns>The HTML as served.</returns>
    public static async Task<string> SeeAsync(this IPage page, DemoSite demo, Seen seen)
    {
        var answer = (await page.GotoAsync(demo.Url(seen.Path)))!;
        if (!seen.Press)
            return await answer.TextAsync();
        await (seen.Fill?.Invoke(page) ?? Task.CompletedTask);
        // The browser's own check would keep the site's words from being seen.
        await page.EvaluateAsync(
            "() => document.querySelectorAll('main form').forEach(form => window.pressed = form.noValidate = true)"
        );
        answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator("main .button").First.ClickAsync(),
            found => found.Request.IsNavigationRequest && found.Status != 303 && found.Status != 302
        );
        // Playwright's own waiting for a load can miss it on a busy machine.
        await page.WaitForFunctionAsync("() => !window.pressed && document.readyState === 'complete'");
        return await answer.TextAsync();
    }

    public static Task SpeakAsync(this IBrowserContext context, DemoSite demo, string language) =>
        context.AddCookiesAsync([
            new Cookie
            {
                Name = "taal",
                Value = language,
                Url = demo.Url("/"),
            },
        ]);
}
