using Dialoogtafel.Domain.Preparation;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dialoogtafel.Web.Modules.Preparation.Kinds;

/// <summary>What the partials of a question kind draw one question with, in the language of its reader.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Help">The sentence below it; may be empty.</param>
/// <param name="Options">The lines of the wording.</param>
/// <param name="Text">What stands in the field for the answer; null = nothing.</param>
public sealed record QuestionPart(
    QuestionKind Kind,
    string Question,
    string Help,
    IReadOnlyList<string> Options,
    string? Text = null
)
{
    /// <summary>The answer was too long to keep.</summary>
    public bool TooLong { get; init; }

    /// <summary>For the form that the team prints.</summary>
    public bool ForTeam { get; init; }

    /// <inheritdoc cref="QuestionKind.ChoicesOf"/>
    public IReadOnlyList<string> Choices => Kind.ChoicesOf(Options);
}

/// <summary>
/// Draws what is particular to a kind of question: its partials stand in the folder of its name here. A kind that takes
/// no answer has none.
/// </summary>
public static class QuestionParts
{
    private const string Folder = "/Modules/Preparation/Kinds";

    /// <summary>How a participant answers it: <c>_Input</c>.</summary>
    /// <param name="form">What the name of its field begins with: "Form" makes it Form.Text.</param>
    public static Task<IHtmlContent> InputAsync(this IHtmlHelper html, QuestionPart part, string form) =>
        html.DrawAsync("_Input", part, form);

    /// <summary>How the team writes down what somebody said or wrote on paper: <c>_Spoken</c>.</summary>
    /// <inheritdoc cref="InputAsync"/>
    public static Task<IHtmlContent> SpokenAsync(this IHtmlHelper html, QuestionPart part, string form) =>
        html.DrawAsync("_Spoken", part, form);

    /// <summary>Where it is answered on paper: <c>_Paper</c>.</summary>
    public static Task<IHtmlContent> PaperAsync(this IHtmlHelper html, QuestionPart part) =>
        html.DrawAsync("_Paper", part, "");

    private static Task<IHtmlContent> DrawAsync(this IHtmlHelper html, string name, QuestionPart part, string form) =>
        html.PartialAsync(
            $"{Folder}/{part.Kind.Name}/{name}.cshtml",
            part,
            new ViewDataDictionary(html.ViewData) { TemplateInfo = { HtmlFieldPrefix = form } }
        );
}
