namespace Dialoogtafel.Domain.Preparation.Kinds;

/// <summary>One of the options, a line each.</summary>
internal sealed class ChoiceKind : ChosenKind
{
    private const int Fewest = 2;
    private const int Most = 9;

    public override string Name => "Choice";
    public override string Label => "Keuze";
    public override string Hint => "Eén uit een paar mogelijkheden.";
    public override (string Label, string Hint)? OptionsField => ("De keuzes", "Elke keuze op een eigen regel.");
    public override string OptionsHintAmongOthers => "Bij een keuze: elke keuze op een eigen regel.";

    public override IReadOnlyList<string> ChoicesOf(IReadOnlyList<string> options) => options;

    protected override string? Show(int number, IReadOnlyList<string> options, string language) =>
        options.ElementAtOrDefault(number - 1);

    internal override void Check(QuestionWording wording)
    {
        var count = wording.Options.LinesIn("nl").Count;
        QuestionWording.Require(
            count >= Fewest,
            "Schrijf minstens twee keuzes op, elk op een eigen regel.",
            nameof(QuestionWording.Options)
        );
        QuestionWording.Require(
            count <= Most,
            "Meer dan negen keuzes is te veel op één scherm.",
            nameof(QuestionWording.Options)
        );
    }
}
