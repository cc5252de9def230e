namespace Dialoogtafel.Domain.Preparation.Kinds;

/// <summary>Something to read or do; nothing is typed.</summary>
internal sealed class InstructionKind : QuestionKind
{
    public override string Name => "Instruction";
    public override string Label => "Om te lezen of te doen";
    public override string Hint => "Er wordt niets ingevuld.";

    public override (string Label, string Hint) TextField =>
        ("Wat moeten mensen lezen of doen?", "Eén ding, in gewone woorden. Er wordt niets ingevuld.");

    public override string SameAgain => "Hetzelfde";
    public override bool TakesAnswer => false;
    public override bool HasOneBox => false;
}
