using System.Globalization;

namespace Dialoogtafel.Domain.Preparation.Kinds;

/// <summary>One of five steps; the options are the words at both ends.</summary>
internal sealed class ScaleKind : ChosenKind
{
    private const int Steps = 5;

    private static readonly Phrase Step = new("stap {0} van {1}", "step {0} of {1}");
    private static readonly Phrase StepWithEnds = new(
        "{0} van {1} (1 is: {2}, {1} is: {3})",
        "{0} of {1} (1 is: {2}, {1} is: {3})"
    );

    public override string Name => "Scale";
    public override string Label => "Vijf stappen";
    public override string Hint => "Van het ene uiterste naar het andere.";

    public override (string Label, string Hint)? OptionsField =>
        ("De twee uitersten", "Twee regels: wat bij 1 staat en wat bij 5 staat.");

    public override string OptionsHintAmongOthers =>
        "Bij vijf stappen: twee regels, wat bij 1 staat en wat bij 5 staat.";

    /// <summary>The steps between the two ends have no words.</summary>
    public override IReadOnlyList<string> ChoicesOf(IReadOnlyList<string> options) =>
        [First(options), .. Enumerable.Repeat("", Steps - 2), Last(options)];

    protected override string Show(int number, IReadOnlyList<string> options, string language) =>
        In(language, StepWithEnds, number, Steps, First(options), Last(options));

    protected override string ShowToTeam(int number, IReadOnlyList<string> options) =>
        $"{number} van {Steps} (1 is {First(options)}, {Steps} is {Last(options)})";

    protected override string ShowInDossier(int number, IReadOnlyList<string> options, string language) =>
        In(language, Step, number, Steps);

    internal override void Check(QuestionWording wording) =>
        QuestionWording.Require(
            wording.Options.LinesIn("nl").Count == 2,
            "Schrijf twee regels op: wat links staat en wat rechts staat.",
            nameof(QuestionWording.Options)
        );

    private static string First(IReadOnlyList<string> options) => options.Count > 0 ? options[0] : "";

    private static string Last(IReadOnlyList<string> options) => options.Count > 0 ? options[^1] : "";

    private static string In(string language, Phrase phrase, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, phrase.In(language), values);
}
