namespace Dialoogtafel.Web.Pages;

/// <summary>
/// The model of <c>_Confirm</c>: a page that asks once more before something happens. The form posts to <paramref
/// name="Action"/>.
/// </summary>
/// <param name="Question">The heading, as a question.</param>
/// <param name="Consequences">What will happen, one sentence each; also what will not.</param>
/// <param name="Button">The verb that does it, for example "Ja, naar 312 mensen".</param>
/// <param name="Final">True when it cannot be undone: the button then looks so and the page says so.</param>
public sealed record ConfirmPage(
    string Question,
    IReadOnlyList<string> Consequences,
    string Button,
    string Action,
    string BackHref,
    bool Final = false
)
{
    /// <summary>Sent along as hidden fields.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>"Nu of morgen om 8.00" above the button, when <see cref="WhenChoices"/> has any.</summary>
    public SendForm Send { get; init; } = new();

    public IReadOnlyList<Choice> WhenChoices { get; init; } = [];
}
