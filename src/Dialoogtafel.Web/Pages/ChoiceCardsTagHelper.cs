using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>One radio card. <paramref name="Value"/> is what the form sends: usually an enum member.</summary>
public sealed record Choice(object Value, string Text, string? Hint = null);

/// <summary>
/// <c>&lt;choice-cards for="Form.Answer" legend="…" options="…" /&gt;</c>: radios as large cards. None is chosen unless
/// the property has a value, so use a nullable property; a form as served then says nothing (D-02).
/// </summary>
[HtmlTargetElement("choice-cards", Attributes = "for,legend,options", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceCardsTagHelper(Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;
    public ModelExpression For { get; set; } = null!;
    public string Legend { get; set; } = "";

    /// <summary>
    /// When the page's heading already asks the question: the legend is there for screen readers only.
    /// </summary>
    public bool LegendHidden { get; set; }
    public string? Hint { get; set; }
    public bool Optional { get; set; }
    public IEnumerable<Choice> Options { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = new FieldState(ViewContext, For);
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", state.Error is null ? "field" : "field wrong");
        if (state.DescribedBy(Hint) is { } describedBy)
            output.Attributes.SetAttribute("aria-describedby", describedBy);

        var legend = Parts.Element("legend", LegendHidden ? "sr" : null, Legend);
        if (Optional)
            legend.InnerHtml.Append(" ").AppendHtml(Parts.Element("span", "optional", texts["(niet verplicht)"]));
        output.Content.AppendHtml(legend);
        if (Hint is not null)
            output.Content.AppendHtml(state.HintPart(Hint));
        if (state.Error is not null)
            output.Content.AppendHtml(state.ErrorPart(texts));

        var chosen = state.Typed ?? Convert.ToString(For.Model, CultureInfo.InvariantCulture) ?? "";
        var cards = Parts.Element("div", "cards");
        var number = 0;
        foreach (var option in Options)
            cards.InnerHtml.AppendHtml(Card(state, option, ++number, chosen));
        output.Content.AppendHtml(cards);
    }

    private static TagBuilder Card(FieldState state, Choice option, int number, string chosen)
    {
        var value = Convert.ToString(option.Value, CultureInfo.InvariantCulture) ?? "";
        var radio = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        radio.MergeAttribute("type", "radio");
        radio.MergeAttribute("name", state.Name);
        radio.MergeAttribute("value", value);
        // The error summary links to the field's own id: that is the first card.
        radio.MergeAttribute(
            "id",
            number == 1 ? state.Id : string.Create(CultureInfo.InvariantCulture, $"{state.Id}-{number}")
        );
        if (value == chosen)
            radio.MergeAttribute("checked", "checked");
        var words = Parts.Element("span", null, Parts.Element("b", null, option.Text));
        if (option.Hint is not null)
            words.InnerHtml.AppendHtml(Parts.Element("span", "hint", option.Hint));
        return Parts.Element("label", "card", radio, words);
    }
}
