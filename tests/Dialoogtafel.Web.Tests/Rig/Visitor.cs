using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>One browser without script: follows redirects, keeps cookies, fills in the forms that it finds on the page.</summary>
public sealed class Visitor(HttpClient http)
{
    public static readonly IHtmlParser Parser = new HtmlParser();

    public IHtmlDocument Page { get; private set; } = null!;
    public HttpStatusCode Status { get; private set; }
    public Uri Address { get; private set; } = new("https://localhost/");

    /// <summary>Pages loaded so far; a post with its redirects counts as one.</summary>
    public int Loads { get; private set; }

    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public HttpClient Http => http;

    public static Visitor To(Site site) => new(site.CreateClient());

    public async Task<Visitor> Go(string path)
    {
        Loads++;
        return await Read(await http.GetAsync(new Uri(Address, path)));
    }

    /// <summary>Presses the button with this text; its form is sent as it stands, with the given fields changed or added.</summary>
    public async Task<Visitor> Press(string button, params (string Name, string Value)[] fields)
    {
        var pressed = Page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().SingleOrDefault(item => Squeeze(item.TextContent).StartsWith(button, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button '{button}' on {Address}: {string.Join(" | ", Page.QuerySelectorAll("button").Select(item => Squeeze(item.TextContent)))}");
        var values = Values(pressed.Form!);
        if (!string.IsNullOrEmpty(pressed.Name))
        {
            values[pressed.Name] = pressed.Value;
        }

        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        Loads++;
        return await Read(await http.PostAsync(new Uri(Address, pressed.Form!.GetAttribute("action") ?? ""), new FormUrlEncodedContent(values)));
    }

    /// <summary>Follows the link with this text.</summary>
    public Task<Visitor> Follow(string text) => Go(
        Page.QuerySelectorAll("a").FirstOrDefault(item => Squeeze(item.TextContent).StartsWith(text, StringComparison.Ordinal))?.GetAttribute("href")
        ?? throw new InvalidOperationException($"No link '{text}' on {Address}"));

    /// <summary>The fields of a form as a browser would send them untouched.</summary>
    public static Dictionary<string, string> Values(IHtmlFormElement form)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in form.Elements.OfType<IHtmlElement>())
        {
            switch (field)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }: break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input: values[name] = input.Value; break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area: values[name] = area.Value; break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select: values[name] = select.Value ?? ""; break;
                default: break;
            }
        }

        return values;
    }

    private async Task<Visitor> Read(HttpResponseMessage response)
    {
        while ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308)
        {
            Address = new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!);
            response = await http.GetAsync(Address);
        }

        Status = response.StatusCode;
        Address = response.RequestMessage!.RequestUri!;
        Page = await Parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        return this;
    }

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
