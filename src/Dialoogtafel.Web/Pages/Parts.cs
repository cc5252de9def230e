using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Dialoogtafel.Web.Pages;

/// <summary>Builds markup for the tag helpers; strings are encoded, other content is taken as it is.</summary>
internal static class Parts
{
    public static TagBuilder Element(string tag, string? cssClass, params object?[] content)
    {
        var element = new TagBuilder(tag);
        if (cssClass is not null)
            element.AddCssClass(cssClass);
        foreach (var part in content)
        {
            if (part is IHtmlContent html)
                element.InnerHtml.AppendHtml(html);
            else if (part is string text)
                element.InnerHtml.Append(text);
        }
        return element;
    }

    public static TagBuilder Link(string href, string? cssClass, string text)
    {
        var link = Element("a", cssClass, text);
        link.MergeAttribute("href", href);
        return link;
    }
}
