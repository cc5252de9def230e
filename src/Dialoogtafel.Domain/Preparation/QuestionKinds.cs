using Dialoogtafel.Domain.Preparation.Kinds;

namespace Dialoogtafel.Domain.Preparation;

/// <summary>The one list of question kinds, in the order in which the team chooses from them.</summary>
public static class QuestionKinds
{
    /// <summary>What a question is as long as nobody chose otherwise.</summary>
    public static QuestionKind Usual { get; } = new TextKind();

    /// <summary>Something to read or do; some of our own questions are.</summary>
    public static QuestionKind Instruction { get; } = new InstructionKind();

    public static IReadOnlyList<QuestionKind> All { get; } = [Usual, new ScaleKind(), new ChoiceKind(), Instruction];

    /// <summary>Kinds of which nobody waits for an answer.</summary>
    public static IReadOnlyList<QuestionKind> Unanswered { get; } = [.. All.Where(kind => !kind.TakesAnswer)];

    /// <summary>The kind of this name; null when there is none.</summary>
    public static QuestionKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <exception cref="InvalidOperationException">There is no such kind.</exception>
    public static QuestionKind Of(string name) =>
        Find(name) ?? throw new InvalidOperationException($"There is no question kind '{name}'.");
}
