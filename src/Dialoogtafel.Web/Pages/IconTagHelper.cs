using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// <c>&lt;icon name="phone" /&gt;</c>: a small drawing beside a word, never instead of one; hidden from screen readers.
/// </summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        output.PostElement.AppendHtml(Draw(Name));
    }

    /// <summary>
    /// The drawing as markup. Throws on a name that does not exist, so that a spelling mistake shows at once.
    /// </summary>
    public static IHtmlContent Draw(string name) =>
        new HtmlString(
            $"<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{Shape(name)}</svg>"
        );

    private static string Shape(string name) =>
        name switch
        {
            "arrow" => "<path d=\"M5 12h13M13 6l6 6-6 6\"/>",
            "calendar" => "<rect x=\"3.5\" y=\"5\" width=\"17\" height=\"15.5\" rx=\"2\"/><path d=\"M3.5 10h17M8 "
                + "2.5V6M16 2.5V6\"/>",
            "check" => "<circle cx=\"12\" cy=\"12\" r=\"9.5\"/><path d=\"M7.5 12.5l3 3 6-6.5\"/>",
            "clock" => "<circle cx=\"12\" cy=\"12\" r=\"9.5\"/><path d=\"M12 6.5V12l3.5 2.5\"/>",
            "info" => "<circle cx=\"12\" cy=\"12\" r=\"9.5\"/><path d=\"M12 11v5.5M12 7.4v.1\"/>",
            "mail" => "<rect x=\"2.5\" y=\"5\" width=\"19\" height=\"14.5\" rx=\"2\"/><path d=\"M3.5 7l8.500 "
                + "6.500L20.500 7\"/>",
            "person" =>
                "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4.500 20.500c.8-4 3.700-6 7.500-6s6.700 2 7.500 6\"/>",
            "phone" => "<path d=\"M5 3.500h4l2 5-2.500 1.800a12 12 0 0 0 5.200 5.200L15.500 13l5 2v4a2 2 0 0 "
                + "1-2.200 2A17 17 0 0 1 3 5.700 2 2 0 0 1 5 3.500z\"/>",
            "place" => "<path d=\"M12 21.500s7-6.600 7-12a7 7 0 0 0-14 0c0 5.400 7 12 7 12z\"/><circle cx=\"12\" "
                + "cy=\"9.500\" r=\"2.500\"/>",
            "print" => "<path d=\"M7 8V3.500h10V8M7 17H3.500V8.500h17V17H17\"/><path d=\"M7 14h10v6.500H7z\"/>",
            "warning" => "<path d=\"M12 3.500L22 20.500H2z\"/><path d=\"M12 10v4.500M12 17.400v.1\"/>",
            _ => throw new ArgumentException($"There is no icon \"{name}\".", nameof(name)),
        };
}
