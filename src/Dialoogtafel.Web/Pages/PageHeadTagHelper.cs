using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// <c>&lt;page-head title="…" lead="…" kicker="…" /&gt;</c>: the page's one h1, a sentence above it and one below it.
/// </summary>
[HtmlTargetElement("page-head", Attributes = "title")]
public sealed class PageHeadTagHelper : TagHelper
{
    public string Title { get; set; } = "";
    public string? Lead { get; set; }
    public string? Kicker { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-head");
        if (Kicker is not null)
            output.PreContent.AppendHtml(Parts.Element("p", "kicker", Kicker));
        output.PreContent.AppendHtml(Parts.Element("h1", null, Title));
        if (Lead is not null)
            output.PreContent.AppendHtml(Parts.Element("p", "lead", Lead));
    }
}
