using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dialoogtafel.Web.Pages;

/// <summary>How a person or a mail stands, as a list shows it.</summary>
public enum StateKind
{
    Yes,
    Maybe,
    No,
    NoAnswer,
    ThinksAlong,
    SomeoneElse,
    Waiting,
    NotInvited,
    ToCall,
    Queued,
    Sent,
    MailFailed,
    MailUncertain,
}

/// <summary>
/// <c>&lt;state-word kind="Yes" /&gt;</c>: word, shape and colour. Content between the tags replaces the word, never
/// the shape. For the team's lists: Dutch.
/// </summary>
[HtmlTargetElement("state-word", Attributes = "kind")]
public sealed class StateWordTagHelper : TagHelper
{
    private const string Ring = "<circle cx=\"8\" cy=\"8\" r=\"6\"/>";
    private const string Disc = "<circle class=\"full\" cx=\"8\" cy=\"8\" r=\"6\"/>";
    private const string HalfDisc = Ring + "<path class=\"full\" d=\"M8 2a6 6 0 0 1 0 12z\"/>";
    private const string Cross = "<path d=\"M3 3l10 10M13 3L3 13\"/>";
    private const string Dash = "<path d=\"M2.5 8h11\"/>";
    private const string Dots = "<path d=\"M2.500 8h.1M8 8h.1M13.500 8h.1\"/>";
    private const string Triangle = "<path d=\"M8 2l6.500 11.500h-13z\"/><path d=\"M8 6.500v3\"/>";
    private const string Clock = Ring + "<path d=\"M8 4.800V8l2 1.500\"/>";
    private const string Bubble = "<path d=\"M2 3h12v8H8l-3.500 3V11H2z\"/>";
    private const string Two = "<circle cx=\"5\" cy=\"8\" r=\"3.500\"/><circle cx=\"11\" cy=\"8\" r=\"3.500\"/>";
    private const string Tick = "<path d=\"M2.500 8.500l3.500 4 7.500-9\"/>";

    public StateKind Kind { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, shape, word) = Look(Kind);
        var own = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "state " + tone);
        output.Content.Clear();
        output.Content.AppendHtml(
            new HtmlString($"<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">{shape}</svg>")
        );
        if (own.IsEmptyOrWhiteSpace)
            output.Content.Append(word);
        else
            output.Content.AppendHtml(own);
    }

    private static (string Tone, string Shape, string Word) Look(StateKind kind) =>
        kind switch
        {
            StateKind.Yes => ("good", Disc, "ja"),
            StateKind.Maybe => ("care", HalfDisc, "weet het nog niet"),
            StateKind.No => ("quiet", Cross, "nee"),
            StateKind.NoAnswer => ("quiet", Ring, "geen antwoord"),
            StateKind.ThinksAlong => ("good", Bubble, "denkt mee"),
            StateKind.SomeoneElse => ("care", Two, "iemand anders"),
            StateKind.Waiting => ("care", Clock, "wacht op een stoel"),
            StateKind.NotInvited => ("quiet", Dash, "nog niet benaderd"),
            StateKind.ToCall => ("care", Clock, "te bellen"),
            StateKind.Queued => ("quiet", Dots, "staat klaar"),
            StateKind.Sent => ("good", Tick, "verstuurd"),
            StateKind.MailFailed => ("bad", Triangle, "mail mislukt"),
            StateKind.MailUncertain => ("care", Triangle, "mail misschien dubbel"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
