using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>Reads a page as a browser does and sends its form with what a person changed.</summary>
public static class Forms
{
    /// <summary>The page at this address; fails when it is not there.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"GET {path} gave {(int)answer.StatusCode} {answer.Headers.Location}");
        return await answer.DocumentAsync();
    }

    public static async Task<IHtmlDocument> DocumentAsync(this HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>Sends the form of the page in <c>main</c> that posts to <paramref name="action"/>, as served but for the changes.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, IHtmlDocument page, string action, params (string Name, string Value)[] changes)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form").FirstOrDefault(item => item.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"No form to {action} on this page.");
        var values = Values(form);
        foreach (var (name, value) in changes)
        {
            Assert.True(form.Elements.Any(field => field.GetAttribute("name") == name), $"The form has no field {name}.");
            values[name] = value;
        }

        return await client.PostAsync(action, new FormUrlEncodedContent(values));
    }

    /// <summary>Reads a page and sends its form to the same address.</summary>
    public static async Task<HttpResponseMessage> FillAsync(this HttpClient client, string path, params (string Name, string Value)[] changes) =>
        await client.SendAsync(await client.PageAsync(path), path, changes);

    /// <summary>The fields that a person sees without opening anything.</summary>
    public static IReadOnlyList<IElement> VisibleFields(this IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main form input:not([type=hidden]), main form select, main form textarea").Where(field => field.Closest("details:not([open])") is null)];

    /// <summary>What stands in a field as served.</summary>
    public static string ValueOf(this IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => "",
    };

    private static Dictionary<string, string> Values(IHtmlFormElement form) => form.QuerySelectorAll("input[name], select[name], textarea[name]")
        .Where(field => field is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false })
        .GroupBy(field => field.GetAttribute("name")!).ToDictionary(group => group.Key, group => group.First().ValueOf());
}
