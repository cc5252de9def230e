using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// <c>&lt;empty-state title="…" text="…" button="…" href="…" /&gt;</c>: a list without rows says what the next step is.
/// </summary>
[HtmlTargetElement("empty-state", Attributes = "title")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Title { get; set; } = "";
    public string? Text { get; set; }
    public string? Button { get; set; }
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.AppendHtml(Parts.Element("h2", null, Title));
        if (Text is not null)
            output.PreContent.AppendHtml(Parts.Element("p", "soft", Text));
        if (Href is not null)
            output.PreContent.AppendHtml(Parts.Link(Href, "button", Button ?? ""));
    }
}
