using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.MyTable.Questions;

public enum RatherChoice
{
    CallMe,
    OnlyThinking,
}

/// <summary>
/// Post to <c>{path}/vragen</c>: who may read everything, and begin; or, with <see cref="Instead"/>, something else
/// than writing. Served, it changes nothing.
/// </summary>
public sealed class StartForm
{
    public AnswerReaders? Readers { get; set; }

    /// <summary>Sent by the form below: she would rather not write.</summary>
    public bool Instead { get; set; }

    public RatherChoice? Rather { get; set; }

    [StringLength(40, ErrorMessage = "Dit nummer is te lang. Schrijf alleen het telefoonnummer op.")]
    public string? Phone { get; set; }
}

/// <summary>"Vragen vooraf": who reads it, how many there are, and the ways to answer.</summary>
public sealed record StartPage(
    LinkOwner Owner,
    GatheringLine Gathering,
    Contact? Contact,
    ReaderLabels Readers,
    StartForm Form
)
{
    public required int Count { get; init; }
    public required IReadOnlyList<QuestionStretch> Stretches { get; init; }

    /// <summary>Her choice for all; null = none made.</summary>
    public required AnswerReaders? Chosen { get; init; }

    public required bool AtDistance { get; init; }

    /// <summary>She was somewhere already and is not done: the button says "verder" and comes first.</summary>
    public required bool Continues { get; init; }

    public required bool IsDone { get; init; }

    /// <summary>Answers for which she chose apart who reads them.</summary>
    public required int OwnReaders { get; init; }

    /// <summary>Nothing was done yet: who reads it is asked first.</summary>
    public bool Begins => !Continues && !IsDone;

    public required bool HasAnswers { get; init; }
    public required bool HasElsewhere { get; init; }

    /// <summary>
    /// An answer from before the team changed the address: only the device where it was typed shows it.
    /// </summary>
    public bool HasBefore { get; init; }

    /// <summary>The number that we would call; only on a device that opened the link itself.</summary>
    public required string? CallNumber { get; init; }

    /// <summary>Whether a number must be asked before we can call.</summary>
    public required bool AsksPhone { get; init; }

    /// <summary>The tick of the form "terugzien"; never set as served.</summary>
    public bool SendLink => false;
}

/// <summary>How to come back, after "later verder".</summary>
public sealed record LaterPage(LinkOwner Owner, Contact? Contact, bool HasAnswers);
