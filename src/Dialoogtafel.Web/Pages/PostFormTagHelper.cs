using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// Every form that posts: carries its token, also with a written-out action (the built-in helper then leaves it out;
/// S16), and leaves checking to us, because a browser's own pop-up neither speaks our words nor stays on the page.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator html) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate", null, HtmlAttributeValueStyle.Minimized));
        var action = context.AllAttributes["action"]?.Value?.ToString();
        if (!string.IsNullOrEmpty(action) && !context.AllAttributes.ContainsName("asp-antiforgery"))
            output.PostContent.AppendHtml(html.GenerateAntiforgery(ViewContext));
    }
}
