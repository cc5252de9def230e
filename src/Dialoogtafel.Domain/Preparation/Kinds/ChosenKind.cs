using System.Globalization;

namespace Dialoogtafel.Domain.Preparation.Kinds;

/// <summary>
/// A kind that is answered by choosing one thing; stored is its number from 1, which means something only beside the
/// words that were answered.
/// </summary>
internal abstract class ChosenKind : QuestionKind
{
    public sealed override bool HasOneBox => false;

    public sealed override bool Accepts(string typed, QuestionWording wording) =>
        NumberIn(typed) is { } number && number >= 1 && number <= ChoicesOf(wording.Options.LinesIn("nl")).Count;

    public sealed override string Show(string stored, QuestionWording answered, string language) =>
        NumberIn(stored) is { } number ? Show(number, answered.Options.LinesIn(language), language) ?? stored : stored;

    public sealed override string ShowToTeam(string stored, QuestionWording answered) =>
        NumberIn(stored) is { } number ? ShowToTeam(number, answered.Options.LinesIn("nl")) ?? stored : stored;

    public sealed override string ShowInDossier(string stored, QuestionWording answered, string language) =>
        NumberIn(stored) is { } number
            ? ShowInDossier(number, answered.Options.LinesIn(language), language) ?? stored
            : stored;

    /// <summary>The choice in words; null when there is no such.</summary>
    protected abstract string? Show(int number, IReadOnlyList<string> options, string language);

    protected virtual string? ShowToTeam(int number, IReadOnlyList<string> options) => Show(number, options, "nl");

    protected virtual string? ShowInDossier(int number, IReadOnlyList<string> options, string language) =>
        Show(number, options, language);

    private static int? NumberIn(string words) =>
        int.TryParse(words, CultureInfo.InvariantCulture, out var number) ? number : null;
}
