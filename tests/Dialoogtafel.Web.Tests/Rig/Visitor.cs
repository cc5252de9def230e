using System.Net;
using AngleSharp.Html.Dom;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// One browser without script: follows redirects, keeps cookies, fills in the forms that it finds on the page.
/// </summary>
public sealed class Visitor(HttpClient http)
{
    public IHtmlDocument Page { get; private set; } = null!;
    public HttpStatusCode Status { get; private set; }
    public Uri Address { get; private set; } = new("https://localhost/");

    /// <summary>Pages loaded so far; a post with its redirects counts as one.</summary>
    public int Loads { get; private set; }

    public string Text => Page.Body!.Words();

    public HttpClient Http => http;

    public static Visitor To(Site site) => new(site.Open());

    public async Task<Visitor> Go(string path)
    {
        Loads++;
        return await Read(await http.GetAsync(new Uri(Address, path)));
    }

    /// <summary>
    /// Presses the button with this text; its form is sent as it stands, with the given fields changed or added.
    /// </summary>
    public Task<Visitor> Press(string button, params (string Name, string Value)[] fields)
    {
        var found = Page.QuerySelectorAll("button")
            .OfType<IHtmlButtonElement>()
            .Where(item => item.Words().StartsWith(button, StringComparison.Ordinal))
            .ToList();
        // The same button may stand above and below one form.
        return Press(
            (found.DistinctBy(item => item.Form).Count() == 1 ? found[0] : null)
                ?? throw new InvalidOperationException(
                    $"No button '{button}' on {Address}: "
                        + $"{string.Join(" | ", Page.QuerySelectorAll("button").Select(item => item.Words()))}"
                ),
            fields
        );
    }

    private async Task<Visitor> Press(IHtmlButtonElement pressed, (string Name, string Value)[] fields)
    {
        if (!string.IsNullOrEmpty(pressed.Name))
        {
            fields = [.. fields, (pressed.Name, pressed.Value)];
        }

        Loads++;
        return await Read(
            await http.PostAsync(
                new Uri(Address, pressed.Form!.GetAttribute("action") ?? ""),
                pressed.Form.Filled(fields)
            )
        );
    }

    /// <summary>Presses a button of which the page has several: the one within the part with this id.</summary>
    public Task<Visitor> PressIn(string part, string button, params (string Name, string Value)[] fields) =>
        Press(
            Page.GetElementById(part)
                ?.QuerySelectorAll("button")
                .OfType<IHtmlButtonElement>()
                .FirstOrDefault(item => item.Words().StartsWith(button, StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"No button '{button}' in {part} on {Address}"),
            fields
        );

    /// <summary>Follows the link with this text.</summary>
    public Task<Visitor> Follow(string text) =>
        Go(
            Page.QuerySelectorAll("a")
                .FirstOrDefault(item => item.Words().StartsWith(text, StringComparison.Ordinal))
                ?.GetAttribute("href")
                ?? throw new InvalidOperationException($"No link '{text}' on {Address}")
        );

    private async Task<Visitor> Read(HttpResponseMessage response)
    {
        while ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
        {
            Address = new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!);
            response = await http.GetAsync(Address);
        }

        Status = response.StatusCode;
        Address = response.RequestMessage!.RequestUri!;
        Page = await response.PageAsync();
        return this;
    }
}
