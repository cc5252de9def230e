using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// <c>&lt;data-table caption="…"&gt;&lt;thead&gt;…&lt;tbody&gt;…&lt;/data-table&gt;</c>: a table with its caption. On a
/// phone it scrolls sideways, reachable by keyboard; with <c>stacked</c> every row becomes a small list, each cell
/// named by its <c>data-label</c>.
/// </summary>
[HtmlTargetElement("data-table", Attributes = "caption")]
public sealed class DataTableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";
    public bool Stacked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Stacked ? "stacked" : "table");
        if (!Stacked)
        {
            output.Attributes.SetAttribute("role", "region");
            output.Attributes.SetAttribute("tabindex", "0");
            output.Attributes.SetAttribute("aria-label", Caption);
        }
        output.PreContent.AppendHtml("<table>").AppendHtml(Parts.Element("caption", null, Caption));
        output.PostContent.AppendHtml("</table>");
    }
}
