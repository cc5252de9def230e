using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

public enum NoticeKind
{
    Done,
    Info,
    Warning,
}

/// <summary>
/// <c>&lt;notice kind="Done"&gt;…&lt;/notice&gt;</c>: something to know, with a shape and a word for those who do not
/// see the colour.
/// </summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(Texts texts) : TagHelper
{
    public NoticeKind Kind { get; set; } = NoticeKind.Info;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (cssClass, icon, word) = Kind switch
        {
            NoticeKind.Done => ("done", "check", texts["Gelukt:"]),
            NoticeKind.Warning => ("warning", "warning", texts["Let op:"]),
            _ => ("info", "info", texts["Goed om te weten:"]),
        };
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "notice " + cssClass);
        output.Attributes.SetAttribute("role", Kind == NoticeKind.Done ? "status" : "note");
        output
            .PreContent.AppendHtml(IconTagHelper.Draw(icon))
            .AppendHtml("<div>")
            .AppendHtml(Parts.Element("span", "sr", word + " "));
        output.PostContent.AppendHtml("</div>");
    }
}
