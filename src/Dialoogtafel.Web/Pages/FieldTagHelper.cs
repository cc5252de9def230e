using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>
/// <c>&lt;field for="Form.Name" label="Naam" /&gt;</c>: label, hint, error in words and the box, tied together for
/// screen readers. Keeps what was typed after an error. Says "(niet verplicht)" when the property has no Required
/// attribute; <c>optional</c> overrules that.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;
    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }

    /// <summary>An input type, or textarea, select or checkbox.</summary>
    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }
    public bool? Optional { get; set; }

    /// <summary>For a select: the options. The first, empty one is added by itself.</summary>
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = new FieldState(ViewContext, For);
        var box = Box(state);
        foreach (var extra in output.Attributes)
            box.MergeAttribute(extra.Name, extra.Value?.ToString(), replaceExisting: true);
        if (state.DescribedBy(Hint) is { } describedBy)
            box.MergeAttribute("aria-describedby", describedBy);
        if (state.Error is not null)
            box.MergeAttribute("aria-invalid", "true");
        if (Autocomplete is not null)
            box.MergeAttribute("autocomplete", Autocomplete);

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", state.Error is null ? "field" : "field wrong");
        if (Type == "checkbox")
        {
            Describe(output, state);
            output.Content.AppendHtml(Parts.Element("label", "check", box, Parts.Element("span", null, Label)));
            return;
        }
        var label = Parts.Element("label", null, Label);
        label.MergeAttribute("for", state.Id);
        if (Optional ?? !For.Metadata.IsRequired)
            label.InnerHtml.Append(" ").AppendHtml(Parts.Element("span", "optional", texts["(niet verplicht)"]));
        output.Content.AppendHtml(label);
        Describe(output, state);
        output.Content.AppendHtml(box);
    }

    private void Describe(TagHelperOutput output, FieldState state)
    {
        if (Hint is not null)
            output.Content.AppendHtml(state.HintPart(Hint));
        if (state.Error is not null)
            output.Content.AppendHtml(state.ErrorPart(texts));
    }

    private TagBuilder Box(FieldState state)
    {
        var box = new TagBuilder(Type is "textarea" or "select" ? Type : "input");
        box.MergeAttribute("id", state.Id);
        box.MergeAttribute("name", state.Name);
        switch (Type)
        {
            case "textarea":
                box.MergeAttribute("rows", "5");
                // HTML drops one line break after the opening tag; a text that begins with one keeps its own.
                box.InnerHtml.AppendHtml("\n").Append(state.Typed ?? Text(For.Model));
                break;
            case "select":
                var chosen = state.Typed ?? Text(For.Model);
                box.InnerHtml.AppendHtml(Option("", "–", false));
                foreach (var option in Options)
                    box.InnerHtml.AppendHtml(Option(option.Value, option.Text, option.Value == chosen));
                break;
            case "checkbox":
                box.TagRenderMode = TagRenderMode.SelfClosing;
                box.MergeAttribute("type", Type);
                box.MergeAttribute("value", "true");
                if (state.Typed is { } typed ? typed.Contains("true", StringComparison.Ordinal) : For.Model is true)
                    box.MergeAttribute("checked", "checked");
                break;
            default:
                box.TagRenderMode = TagRenderMode.SelfClosing;
                box.MergeAttribute("type", Type);
                if (Type != "password")
                    box.MergeAttribute("value", state.Typed ?? Text(For.Model));
                break;
        }
        return box;
    }

    private static TagBuilder Option(string value, string text, bool selected)
    {
        var option = Parts.Element("option", null, text);
        option.MergeAttribute("value", value);
        if (selected)
            option.MergeAttribute("selected", "selected");
        return option;
    }

    private string Text(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString(
                Type == "date" ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm",
                CultureInfo.InvariantCulture
            ),
            IFormattable number => number.ToString(
                null,
                Type == "number" ? CultureInfo.InvariantCulture : texts.Culture
            ),
            _ => value.ToString() ?? "",
        };
}
