using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dialoogtafel.Web.Pages;

/// <summary>What is known about one field while its page is drawn: its names, what was typed, what was wrong.</summary>
internal sealed class FieldState
{
    public FieldState(ViewContext context, ModelExpression field)
    {
        Name = context.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);
        Id = IdOf(Name);
        if (!context.ViewData.ModelState.TryGetValue(Name, out var entry))
            return;
        Typed = entry.AttemptedValue;
        Error = entry.Errors.Select(e => e.ErrorMessage).FirstOrDefault(m => m != "");
    }

    public string Name { get; }
    public string Id { get; }

    /// <summary>What the person sent, also when it could not be read; null when nothing was sent.</summary>
    public string? Typed { get; }
    public string? Error { get; }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public string? DescribedBy(string? hint)
    {
        var ids = string.Join(
            ' ',
            new[] { hint is null ? "" : Id + "-hint", Error is null ? "" : Id + "-error" }.Where(i => i != "")
        );
        return ids == "" ? null : ids;
    }

    public TagBuilder HintPart(string hint)
    {
        var part = Parts.Element("p", "hint", hint);
        part.MergeAttribute("id", Id + "-hint");
        return part;
    }

    public TagBuilder ErrorPart(Texts texts)
    {
        var part = Parts.Element(
            "p",
            "error",
            IconTagHelper.Draw("warning"),
            Parts.Element("span", null, Parts.Element("span", "sr", texts["Fout:"] + " "), texts[Error!])
        );
        part.MergeAttribute("id", Id + "-error");
        return part;
    }
}
