using Dialoogtafel.Domain.Invitations;

namespace Dialoogtafel.Domain.Preparation;

/// <summary>Who reads an answer; the person chooses, each time again (R-044, R-044b).</summary>
public enum AnswerReaders
{
    /// <summary>Alleen ik.</summary>
    OnlyMe,

    /// <summary>De begeleiders of the table.</summary>
    Facilitators,

    /// <summary>Also: mag zonder naam op het bord.</summary>
    BoardWithoutName,
}

/// <summary>
/// Antwoord of one person to one question, as it was typed in one place. A second device or a second tab has an answer
/// of its own beside it, so that nothing typed is ever overwritten (D-05). Retention: 12 months after
/// the series.
/// </summary>
public sealed class Answer
{
    public int Id { get; private set; }
    public required int InvitationId { get; init; }
    public required int QuestionId { get; init; }

    /// <summary>The words that were answered.</summary>
    public required int WordingId { get; set; }

    /// <summary>
    /// Hash of the device key under which it was typed; elsewhere it is not shown (S06). Null = a browser without
    /// cookies, or written down by the team.
    /// </summary>
    public string? Device { get; init; }

    /// <summary>The text, or the number of the option or step counted from 1; sealed.</summary>
    public required SealedText Words { get; set; }

    /// <summary>Their choice for this answer alone; null = their choice for all, or that of the set.</summary>
    public AnswerReaders? Readers { get; set; }

    public required DateTime At { get; set; }
    public required ContactChannel Channel { get; init; }

    /// <summary>The team member who wrote it down on behalf; null when the person did.</summary>
    public int? ById { get; init; }

    /// <summary>Up by one with each change of the words; a form says which one it was served with.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>The open page that wrote it last: that page may go on writing whatever it was served with.</summary>
    public string? Tab { get; set; }

    /// <summary>
    /// Which save of that page it was; a later one that arrives earlier is not undone by an earlier one.
    /// </summary>
    public int Turn { get; set; }

    /// <summary>When a facilitator picked it for the programme; null = not, or not any more.</summary>
    public DateTime? PickedAt { get; private set; }

    public int? PickedById { get; private set; }

    /// <summary>Who reads it in the end.</summary>
    /// <param name="preparation">Null while the person chose nothing for all.</param>
    public AnswerReaders ReadBy(QuestionSet set, PreparationProgress? preparation) =>
        Readers ?? preparation?.Readers ?? set.DefaultReaders;

    public void Pick(int by, DateTime now) => (PickedAt, PickedById) = (now, by);

    public void PutBack() => (PickedAt, PickedById) = (null, null);
}

/// <summary>Gelezen: that a facilitator has read an answer as it stood then; a change makes it unread again.</summary>
public sealed class AnswerRead
{
    public int Id { get; private set; }
    public required int AnswerId { get; init; }
    public required int ReaderId { get; init; }
    public required int Revision { get; set; }
    public required DateTime At { get; set; }
}
