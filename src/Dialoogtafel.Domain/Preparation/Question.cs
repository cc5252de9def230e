namespace Dialoogtafel.Domain.Preparation;

/// <summary>What a question is about, where the product does something with its answer.</summary>
public enum QuestionSubject
{
    Other,

    /// <summary>An example that went well; asked before problems .</summary>
    Success,

    /// <summary>Halen: what she comes to get. A pair with <see cref="Bring"/> (R-048).</summary>
    Fetch,

    /// <summary>Brengen: what she comes to bring.</summary>
    Bring,
}

/// <summary>
/// Vraag of a set. It is never changed or removed under an answer: other words are a new <see cref="QuestionWording"/>,
/// and a question that is taken off is retired, so that what people typed stays with the words that they answered.
/// </summary>
public sealed class Question
{
    public int Id { get; private set; }
    public int SetId { get; init; }

    /// <summary>Order within the set, from 1.</summary>
    public required int Place { get; set; }

    public required QuestionKind Kind { get; init; }
    public QuestionSubject Subject { get; init; }
    public DateTime? RetiredAt { get; private set; }

    /// <summary>All words it ever had, oldest first by number.</summary>
    public List<QuestionWording> Wordings { get; init; } = [];

    /// <summary>The words as they are asked now.</summary>
    public QuestionWording Wording => Wordings.MaxBy(item => item.Number)!;

    public bool IsAsked => RetiredAt is null;

    /// <inheritdoc cref="QuestionKind.TakesAnswer"/>
    public bool TakesAnswer => Kind.TakesAnswer;

    /// <summary>Other words from now on; the same words again change nothing.</summary>
    /// <exception cref="DomainRuleException">There is no text, or not what the kind asks.</exception>
    public void Reword(QuestionWording wording)
    {
        wording.Check(Kind);
        if (Wordings.Count > 0 && wording.SaysTheSame(Wording))
        {
            return;
        }

        wording.Number = Wordings.Count + 1;
        Wordings.Add(wording);
    }

    /// <summary>Not asked any more; the answers stay.</summary>
    public void Retire(DateTime now) => RetiredAt ??= now;

    public void AskAgain() => RetiredAt = null;
}

/// <summary>The words of a question from one moment on.</summary>
public sealed class QuestionWording
{
    public int Id { get; private set; }
    public int QuestionId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public required Phrase Text { get; init; }

    /// <summary>A sentence below the question; may be empty.</summary>
    public Phrase Help { get; init; } = Phrase.None;

    /// <summary>The same question for who thinks along at a distance; empty = the same words.</summary>
    public Phrase AtDistance { get; init; } = Phrase.None;

    /// <summary>A line each: the choices, or the two ends of a scale. Empty for other kinds.</summary>
    public Phrase Options { get; init; } = Phrase.None;

    public DateTime At { get; init; }

    /// <summary>The question as this person reads it.</summary>
    public Phrase TextFor(bool atDistance) => atDistance && !AtDistance.IsEmpty ? AtDistance : Text;

    public bool SaysTheSame(QuestionWording other) =>
        (Text, Help, AtDistance, Options) == (other.Text, other.Help, other.AtDistance, other.Options);

    internal void Check(QuestionKind kind)
    {
        Require(!Text.IsEmpty, "Schrijf de vraag op.", nameof(Text));
        kind.Check(this);
        Require(
            Options.En.Length == 0 || Options.LinesIn("en").Count == Options.LinesIn("nl").Count,
            "Schrijf in het Engels evenveel regels op als in het Nederlands.",
            nameof(Options)
        );
    }

    internal static void Require(bool met, string message, string field)
    {
        if (!met)
        {
            throw new DomainRuleException(message, field);
        }
    }
}
