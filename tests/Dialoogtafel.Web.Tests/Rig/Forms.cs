using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>
/// Reads pages and sends their forms as a browser would: every field as served, changed only where a test types
/// something.
/// </summary>
public static class Forms
{
    public static async Task<IHtmlDocument> PageAsync(
        this HttpClient client,
        string path,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var response = await client.GetAsync(path);
        Assert.Equal(expected, response.StatusCode);
        return await response.PageAsync();
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>Gets a page, finds the form that posts to <paramref name="action"/>, and sends it.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        string path,
        string action,
        params (string Name, string Value)[] typed
    )
    {
        var page = await client.PageAsync(path);
        return await client.SendAsync(page, action, typed);
    }

    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        IHtmlDocument page,
        string action,
        params (string Name, string Value)[] typed
    )
    {
        var form = page.Forms.FirstOrDefault(item => item.GetAttribute("action") == action)
            ?? throw new InvalidOperationException(
                $"No form to {action}; there are: "
                    + $"{string.Join(", ", page.Forms.Select(item => item.GetAttribute("action")))}"
            );
        return client.PostAsync(action, form.Filled(typed));
    }

    /// <summary>What a browser sends for this form: each field as served, unless something is typed in it.</summary>
    public static FormUrlEncodedContent Filled(
        this IHtmlFormElement form,
        params (string Name, string Value)[] typed
    ) =>
        new(
            form.AsServed()
                .Where(field => typed.All(own => own.Name != field.Key))
                .Concat(typed.Select(own => KeyValuePair.Create(own.Name, own.Value)))
        );

    /// <summary>Each field of a form as a browser sends it untouched.</summary>
    public static IEnumerable<KeyValuePair<string, string>> AsServed(this IHtmlFormElement form) =>
        form.Elements.Select(Served).OfType<KeyValuePair<string, string>>();

    /// <summary>Reads a page and sends its form to the same address.</summary>
    public static Task<HttpResponseMessage> FillAsync(
        this HttpClient client,
        string path,
        params (string Name, string Value)[] typed
    ) => client.SendAsync(path, path, typed);

    /// <summary>The fields that a person sees without opening anything.</summary>
    public static IReadOnlyList<IElement> VisibleFields(this IHtmlDocument page) =>
        [
            .. page.QuerySelectorAll("main form input:not([type=hidden]), main form select, main form textarea")
                .Where(field => field.Closest("details:not([open])") is null),
        ];

    /// <summary>What stands in a field as served.</summary>
    public static string ValueOf(this IElement field) =>
        field switch
        {
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlTextAreaElement area => area.Value,
            IHtmlInputElement input => input.Value,
            _ => "",
        };

    /// <summary>The words of the page's main part, white space folded.</summary>
    public static string Words(this IHtmlDocument page) => page.QuerySelector("main")!.Words();

    /// <summary>The words of a part of a page, white space folded.</summary>
    public static string Words(this IElement part) =>
        string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static KeyValuePair<string, string>? Served(IElement field) =>
        field switch
        {
            IHtmlInputElement { Name: { Length: > 0 } name, Type: "checkbox" or "radio" } box => box.IsChecked
                ? KeyValuePair.Create(name, box.Value)
                : null,
            IHtmlInputElement { Name: { Length: > 0 } name } input => KeyValuePair.Create(name, input.Value),
            IHtmlSelectElement { Name: { Length: > 0 } name } select => KeyValuePair.Create(name, select.Value ?? ""),
            IHtmlTextAreaElement { Name: { Length: > 0 } name } text => KeyValuePair.Create(name, text.Value),
            _ => null,
        };
}
