using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Pages and forms as a browser without JavaScript uses them.</summary>
public static class ServedForm
{
    public static async Task<IHtmlDocument> OpenPageAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadPageAsync();
    }

    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Opens a page, takes the form with this action as it is served, token included, changes some fields, and posts it.</summary>
    public static async Task<HttpResponseMessage> SubmitServedAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] changes)
    {
        var document = await client.OpenPageAsync(page);
        var form = document.Forms.FirstOrDefault(item => item.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"{page} has no form to {action}.");
        var values = form.Elements.OfType<IHtmlElement>().SelectMany(Served).ToDictionary();
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        return await client.PostAsync(action, new FormUrlEncodedContent(values));
    }

    private static IEnumerable<KeyValuePair<string, string>> Served(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
        IHtmlInputElement { Name.Length: > 0 } input => [new(input.Name!, input.Value)],
        IHtmlTextAreaElement { Name.Length: > 0 } area => [new(area.Name!, area.Value)],
        IHtmlSelectElement { Name.Length: > 0 } select => [new(select.Name!, select.Value ?? "")],
        _ => [],
    };

    public static string AllText(this IHtmlDocument document) => document.Body!.TextContent;
}
