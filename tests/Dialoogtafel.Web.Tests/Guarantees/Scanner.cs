using AngleSharp.Html.Dom;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// What stands between a mail and a person: it opens each link again and again by GET and HEAD, follows redirects, and
/// sends every form that it finds, as served and with its first button; on the page where the link lands and on the
/// person's pages one link further.
/// </summary>
public sealed class Scanner(Site site, bool keepsCookies)
{
    private const int Times = 5;
    private static readonly string[] Mailed =
    [
        "/mijn-tafel/",
        "/u/",
        "/mijn-nieuwsbrief/",
        "/n/",
        "/actie/",
        "/a/",
        "/verslag/",
        "/v/",
    ];
    private readonly HashSet<string> seen = [];

    public int Pages { get; private set; }
    public int Forms { get; private set; }
    public HashSet<string> FormsSent { get; } = [];

    public async Task VisitAsync(string path)
    {
        using var http = keepsCookies ? site.Open() : site.CreateDefaultClient(new Uri("https://localhost"));
        for (var time = 0; time < Times; time++)
        {
            await new Visitor(http).Go(path);
            (await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path))).Dispose();
        }

        var landing = await new Visitor(http).Go(path);
        Pages++;
        await SendFormsAsync(http, landing);
        foreach (
            var next in landing
                .Page.QuerySelectorAll("a[href]")
                .Select(link => link.GetAttribute("href")!)
                .Where(IsPersonal)
                .Distinct()
                .Where(next => seen.Add(next))
                .ToList()
        )
        {
            (await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, next))).Dispose();
            await SendFormsAsync(http, await new Visitor(http).Go(next));
            Pages++;
        }
    }

    private static bool IsPersonal(string path) =>
        Mailed.Any(start => path.StartsWith(start, StringComparison.Ordinal));

    private async Task SendFormsAsync(HttpClient http, Visitor at)
    {
        foreach (var form in at.Page.Forms.ToList())
        {
            var asServed = form.AsServed()
                .GroupBy(field => field.Key)
                .ToDictionary(field => field.Key, field => field.Last().Value);
            await SendAsync(http, at.Address, form, asServed);
            if (form.QuerySelector("button") is IHtmlButtonElement { Name.Length: > 0 } button)
            {
                await SendAsync(http, at.Address, form, new(asServed) { [button.Name!] = button.Value });
            }
        }
    }

    private async Task SendAsync(HttpClient http, Uri page, IHtmlFormElement form, Dictionary<string, string> values)
    {
        var target = new Uri(page, form.GetAttribute("action") is { Length: > 0 } action ? action : page.PathAndQuery);
        Forms++;
        FormsSent.Add(
            System.Text.RegularExpressions.Regex.Replace(
                target.AbsolutePath,
                @"/(u|a|n|in|op-de-hoogte)/[^/]+|/\d+",
                "/…"
            )
        );
        using var answer = string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
            ? await http.PostAsync(target, new FormUrlEncodedContent(values))
            : await http.GetAsync(target);
        Assert.True((int)answer.StatusCode < 500, $"{target.AbsolutePath} answered {answer.StatusCode}");
        if (answer.Headers.Location is { } next)
        {
            (await http.GetAsync(new Uri(target, next))).Dispose();
        }
    }
}
