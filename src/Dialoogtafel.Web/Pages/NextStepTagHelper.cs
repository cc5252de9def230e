using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// <c>&lt;next-step text="…" button="…" href="…" /&gt;</c>: the one thing to do on this page. Without <c>href</c> the
/// content is shown instead of the link: a form with one button, or nothing.
/// </summary>
[HtmlTargetElement("next-step")]
public sealed class NextStepTagHelper : TagHelper
{
    public string? Text { get; set; }
    public string? Button { get; set; }
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "next-step");
        if (Text is not null)
            output.PreContent.AppendHtml(Parts.Element("p", null, Text));
        if (Href is not null)
            output.PreContent.AppendHtml(Parts.Link(Href, "button", Button ?? ""));
    }
}
