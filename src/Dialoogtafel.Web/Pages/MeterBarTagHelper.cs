using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// <c>&lt;meter-bar label="benaderd" value="13" min="15" max="20" /&gt;</c>: "13 van 15-20 benaderd" with a bar that
/// says the same by shape: the filled part is the value, the outlined part the wanted range. Numbers are people.
/// </summary>
[HtmlTargetElement("meter-bar", Attributes = "label,value,max", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeterBarTagHelper : TagHelper
{
    public string Label { get; set; } = "";
    public int Value { get; set; }

    /// <summary>The least that is wanted; absent or equal to max when there is one number.</summary>
    public int? Min { get; set; }
    public int Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var least = Min ?? Max;
        var wanted = least == Max ? $"{Max}" : $"{least}-{Max}";
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "meter");
        output.Content.AppendHtml(
            Parts.Element("p", null, Parts.Element("b", null, $"{Value} van {wanted}"), " " + Label)
        );
        output.Content.AppendHtml(Bar(least));
    }

    private HtmlString Bar(int least)
    {
        var whole = Math.Max(1, Math.Max(Max, Value));
        string Part(int people) => (200.0 * people / whole).ToString("0.#", CultureInfo.InvariantCulture);
        var goal =
            least == Max
                ? $"<path class=\"goal\" d=\"M{Part(Max)} -2v12\"/>"
                : $"<rect class=\"goal\" x=\"{Part(least)}\" y=\"-1\" width=\"{Part(Max - least)}\" height=\"10\"/>";
        return new HtmlString(
            "<svg viewBox=\"0 0 200 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
                + "focusable=\"false\"><rect class=\"track\" width=\"200\" height=\"8\" rx=\"2\"/>"
                + $"<rect class=\"value\" width=\"{Part(Math.Max(0, Value))}\" height=\"8\" rx=\"2\"/>{goal}</svg>"
        );
    }
}
