using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

/// <summary>The questions on paper: large type, the same order, room to write .</summary>
public sealed record PaperPage(
    LinkOwner Owner,
    GatheringLine Gathering,
    Contact? Contact,
    ReaderLabels Readers,
    IReadOnlyList<PaperQuestion> Questions
);

/// <param name="Number">From 1; 0 for something to read.</param>
/// <param name="Written">What was answered already and may be shown here; the paper may go to others, so nothing that
/// she keeps to herself.</param>
/// <param name="HasPrivate">She keeps an answer to herself.</param>
public sealed record PaperQuestion(
    int Number,
    QuestionKind Kind,
    string Text,
    string Help,
    IReadOnlyList<string> Options,
    IReadOnlyList<string> Written,
    bool HasPrivate
);
