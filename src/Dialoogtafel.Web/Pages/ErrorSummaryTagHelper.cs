using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>, right above the page head: nothing when all is well, else every error as a link to
/// its field. Gets the focus when the page opens, without script; the layout puts "Fout:" before the title.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wrong = ViewContext
            .ViewData.ModelState.SelectMany(entry =>
                entry.Value!.Errors.Select(error => (Field: entry.Key, error.ErrorMessage))
            )
            .Where(error => error.ErrorMessage != "")
            .ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        var title = Parts.Element("h2", null, texts["Er klopt nog iets niet. Kijk bij:"]);
        title.MergeAttribute("id", "error-summary-title");
        var list = Parts.Element("ul", null);
        foreach (var (field, message) in wrong)
        {
            object words =
                field == "" ? texts[message] : Parts.Link("#" + FieldState.IdOf(field), null, texts[message]);
            list.InnerHtml.AppendHtml(Parts.Element("li", null, words));
        }
        output.Content.AppendHtml(title).AppendHtml(list);
    }
}
