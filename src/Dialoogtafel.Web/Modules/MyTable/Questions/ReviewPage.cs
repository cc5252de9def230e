using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

public enum ReviewEnding
{
    Done,
    OnlyThinking,
    Later,
}

/// <summary>
/// Post to <c>{path}/vragen/nakijken</c>. Served, it changes nothing: erasing is a tick, ending is a choice.
/// </summary>
public sealed class ReviewForm
{
    public List<ReviewedAnswer> Answers { get; set; } = [];
    public ReviewEnding? Ending { get; set; }
}

public sealed class ReviewedAnswer
{
    public int Id { get; set; }

    /// <summary>What stood on the page; words that changed since are not erased.</summary>
    public int Revision { get; set; }

    /// <summary>Null = as for all answers.</summary>
    public AnswerReaders? Readers { get; set; }

    public bool Erase { get; set; }
}

/// <summary>What the last press did.</summary>
public enum ReviewNews
{
    Kept,
    Erased,

    /// <summary>An answer that was to be erased had changed meanwhile, and stays.</summary>
    Changed,
}

/// <summary>"Nakijken": every question with each of her answers that may be shown here.</summary>
public sealed record ReviewPage(LinkOwner Owner, Contact? Contact, ReaderLabels Readers, ReviewForm Form)
{
    public required IReadOnlyList<ReviewedQuestion> Questions { get; init; }

    /// <summary>Whether the questions are asked still; else answers can only be erased.</summary>
    public required bool IsOpen { get; init; }

    public required bool HasElsewhere { get; init; }

    /// <summary>
    /// An answer from before the team changed the address: only the device where it was typed shows it.
    /// </summary>
    public bool HasBefore { get; init; }

    /// <summary>What has no answer that may be shown here: one line each.</summary>
    public IReadOnlyList<ReviewedQuestion> Open => [.. Questions.Where(item => item.Answers.Count == 0)];

    public ReviewNews? News { get; init; }

    /// <summary>The tick of the form "terugzien"; never set as served.</summary>
    public bool SendLink => false;
}

/// <param name="Address">Where it is answered; null when it is not asked any more.</param>
/// <param name="Answers">Oldest first; several when it was answered in several places.</param>
/// <param name="HasElsewhere">There is an answer that is not shown here.</param>
public sealed record ReviewedQuestion(
    string Text,
    int Number,
    string? Address,
    IReadOnlyList<ShownAnswer> Answers,
    bool HasElsewhere
);

/// <param name="Index">Its place in the form.</param>
/// <param name="Where">When and where it was given, as one line.</param>
/// <param name="OtherWords">The words that were answered, when they differ from those of today.</param>
/// <param name="Default">Who reads it when nothing is chosen for it alone.</param>
/// <param name="OnlyMine">She chose that nobody else reads it; notes that are only to take along are not meant.</param>
public sealed record ShownAnswer(
    int Index,
    string Words,
    string Where,
    string? OtherWords,
    AnswerReaders Default,
    bool OnlyMine
);
