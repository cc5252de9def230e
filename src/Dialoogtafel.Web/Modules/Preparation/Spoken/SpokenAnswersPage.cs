using System.ComponentModel.DataAnnotations;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;

namespace Dialoogtafel.Web.Modules.Preparation.Spoken;

/// <summary>All questions of one person on one page, in the order of the paper form.</summary>
public sealed record SpokenAnswersPage
{
    public required int Id { get; init; }
    public required int TableId { get; init; }
    public required int PersonId { get; init; }
    public required string FullName { get; init; }
    public required string FirstName { get; init; }
    public required string? Phone { get; init; }
    public required string Table { get; init; }

    /// <summary>Who reads the answers when the person says nothing, by name.</summary>
    public required string? Readers { get; init; }

    /// <summary>
    /// What she said before about who reads what is written down for her; null = nothing, or not the same for all.
    /// </summary>
    public required AnswerReaders? Said { get; init; }

    /// <summary>This team member wrote something down before.</summary>
    public required bool HasEarlier { get; init; }
    public required bool IsReady { get; init; }
    public required IReadOnlyList<SpokenQuestion> Questions { get; init; }
    public required SpokenAnswersForm Form { get; init; }
}

public sealed record SpokenQuestion
{
    public required QuestionKind Kind { get; init; }
    public required string Text { get; init; }
    public required string Help { get; init; }
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>Place among the boxes of the form; null for an instruction.</summary>
    public required int? Row { get; init; }
    public required bool BringAlong { get; init; }

    /// <summary>Who has answered it already, in words; never what. Null = nobody.</summary>
    public required string? Elsewhere { get; init; }

    /// <summary>Further answers that this team member wrote down herself.</summary>
    public required IReadOnlyList<string> Earlier { get; init; }
}

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
