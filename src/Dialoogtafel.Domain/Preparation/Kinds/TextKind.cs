namespace Dialoogtafel.Domain.Preparation.Kinds;

/// <summary>People write themselves; the usual kind.</summary>
internal sealed class TextKind : QuestionKind
{
    public override string Name => "Text";
    public override string Label => "Open vraag";
    public override string Hint => "Mensen schrijven zelf.";
    public override string? Remark => null;
    public override bool IsOwnWords => true;
}
