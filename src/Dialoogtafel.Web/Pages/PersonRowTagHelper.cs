using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// <c>&lt;person-row name="…" href="…" detail="…"&gt;states and buttons&lt;/person-row&gt;</c>: one person in a
/// <c>&lt;ul class="people"&gt;</c>. On a phone the content moves below the name.
/// </summary>
[HtmlTargetElement("person-row", Attributes = "name")]
public sealed class PersonRowTagHelper : TagHelper
{
    public string Name { get; set; } = "";
    public string? Href { get; set; }
    public string? Detail { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "person");
        var name = Parts.Element(
            "div",
            "person-name",
            Href is null ? Parts.Element("b", null, Name) : Parts.Link(Href, null, Name)
        );
        if (Detail is not null)
            name.InnerHtml.AppendHtml(Parts.Element("span", null, Detail));
        output.PreContent.AppendHtml(name).AppendHtml("<div class=\"person-side\">");
        output.PostContent.AppendHtml("</div>");
    }
}
