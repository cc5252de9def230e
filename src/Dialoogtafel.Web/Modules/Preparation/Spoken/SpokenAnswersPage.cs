using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;

namespace Dialoogtafel.Web.Modules.Preparation.Spoken;

/// <summary>All questions of one person on one page, in the order of the paper form.</summary>
/// <param name="Readers">Who reads the answers when the person says nothing, by name.</param>
/// <param name="Said">What she said before about who reads what is written down for her; null = nothing, or not the
/// same for all.</param>
/// <param name="HasEarlier">This team member wrote something down before.</param>
public sealed record SpokenAnswersPage(
    int Id,
    int TableId,
    int PersonId,
    string FullName,
    string FirstName,
    string? Phone,
    string Table,
    string? Readers,
    AnswerReaders? Said,
    bool HasEarlier,
    bool IsReady,
    IReadOnlyList<SpokenQuestion> Questions,
    SpokenAnswersForm Form
);

/// <param name="Row">Place among the boxes of the form; null for an instruction.</param>
/// <param name="Elsewhere">Who has answered it already, in words; never what. Null = nobody.</param>
/// <param name="Earlier">Further answers that this team member wrote down herself.</param>
public sealed record SpokenQuestion(
    QuestionKind Kind,
    string Text,
    string Help,
    IReadOnlyList<string> Options,
    int? Row,
    bool BringAlong,
    string? Elsewhere,
    IReadOnlyList<string> Earlier
);

/// <summary>Whether the person is ready with the preparation.</summary>
public enum SpokenEnd
{
    Answered,
    Thought,
}

/// <summary>
/// What somebody said by phone or wrote on paper. As served it says nothing: no channel is chosen.
/// </summary>
public sealed class SpokenAnswersForm
{
    [Required(ErrorMessage = "Kies eerst hoe u de antwoorden kreeg.")]
    [AllowedValues(null, ContactChannel.Phone, ContactChannel.Paper, ErrorMessage = "Kies telefoon of papier.")]
    public ContactChannel? Channel { get; set; }

    /// <summary>Names this open page.</summary>
    [StringLength(40)]
    public string? Tab { get; set; }

    public List<SpokenAnswerBox> Answers { get; set; } = [];

    /// <summary>For what is written down now. Nothing chosen: as the set has it, or as was said before.</summary>
    public AnswerReaders? Readers { get; set; }

    /// <summary>
    /// The choice is also for what this team member wrote down before: said aloud, never taken for granted.
    /// </summary>
    public bool AlsoEarlier { get; set; }

    public SpokenEnd? End { get; set; }
}

public sealed class SpokenAnswerBox
{
    public int Question { get; set; }
    public int Wording { get; set; }

    /// <summary>With which answer the box was served.</summary>
    public string? Served { get; set; }

    [StringLength(AnswerKeeper.MaxLength, ErrorMessage = "Dit antwoord is te lang. Maak het korter.")]
    public string? Text { get; set; }
}
